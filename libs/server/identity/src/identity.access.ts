import type { ChannelDefinition } from '@caseboard/server/kernel';

const onlyAll = async (_: unknown, __: unknown, key: string) => key === 'all';

/** Who may follow what of this module: the lists, everybody's names, one's own channel, one's teams. */
export const identityChannels: readonly ChannelDefinition[] = [
  { prefix: 'directory', audience: 'directory', permission: 'identity.user.read', admits: onlyAll },
  { prefix: 'colleagues', audience: 'colleagues', permission: 'identity.colleague.read', admits: onlyAll },
  {
    prefix: 'user',
    audience: 'own',
    permission: 'live.channel.subscribe',
    admits: async (_, principal, key) => key === principal.userId,
  },
  {
    prefix: 'team',
    audience: 'team',
    permission: 'live.channel.subscribe',
    admits: async (_, principal, key) => principal.teamIds.includes(key),
  },
];

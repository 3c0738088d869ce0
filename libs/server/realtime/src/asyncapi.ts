import {
  byeNotice,
  closedNotice,
  EVENTS,
  frame,
  headBeat,
  LIVE_PROTOCOL,
  presenceAsk,
  presenceNotice,
  subscribeAsk,
  subscribeReply,
  unsubscribeAsk,
} from '@caseboard/contracts';
import type { EventDefinition } from '@caseboard/contracts';
import * as z from 'zod/mini';

type Json = Record<string, unknown>;

interface WireMessage {
  says: string;
  payload: z.core.$ZodType;
  reply?: z.core.$ZodType;
}

const plainReply = z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), code: z.string() })]);

const FROM_CLIENT: Record<string, WireMessage> = {
  subscribe: {
    says: 'Follow a channel from a sequence on; acknowledged in the same step as joining.',
    payload: subscribeAsk,
    reply: subscribeReply,
  },
  unsubscribe: { says: 'Follow a channel no longer.', payload: unsubscribeAsk, reply: plainReply },
  presence: { says: 'Where I am on a channel I follow; repeated every 10 s.', payload: presenceAsk, reply: plainReply },
};

const FROM_SERVER: Record<string, WireMessage> = {
  event: { says: 'What changed on a channel since `prev`, up to and with `seq`.', payload: frame },
  head: { says: 'How far a channel’s log goes, every 4 s.', payload: headBeat },
  closed: { says: 'A channel is no longer yours.', payload: closedNotice },
  bye: { says: 'The connection is about to end.', payload: byeNotice },
  presenceShown: { says: 'Everybody on a channel’s rows now (socket event `presence`).', payload: presenceNotice },
};

/** The AsyncAPI 3 document of the live path: what goes over `/live`, and every event of the log. */
export function asyncApi(version: string): Json {
  const wire = { ...FROM_CLIENT, ...FROM_SERVER };
  const replies = Object.entries(FROM_CLIENT).map(([name, { reply }]) => [`${name}Reply`, replyMessage(name, reply)]);
  const names = [...Object.keys(wire), ...replies.map(([name]) => name as string)];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Caseboard live path',
      version,
      description: `Socket.IO on \`/live\`, websocket only, protocol ${LIVE_PROTOCOL}. The session cookie authenticates.`,
    },
    defaultContentType: 'application/json',
    channels: {
      live: {
        address: '/live',
        messages: Object.fromEntries(names.map((name) => [name, ref(`components/messages/${name}`)])),
      },
    },
    operations: { ...operations(FROM_CLIENT, 'receive'), ...operations(FROM_SERVER, 'send') },
    components: {
      messages: {
        ...Object.fromEntries([
          ...Object.entries(wire).map(([name, message]) => [name, messageOf(name, message)]),
          ...replies,
        ]),
        ...logMessages(),
      },
    },
  };
}

function operations(messages: Record<string, WireMessage>, action: 'send' | 'receive'): Json {
  const entries = Object.entries(messages).map(([name, { says, reply }]) => {
    const answer = reply && {
      reply: { channel: ref('channels/live'), messages: [ref(`channels/live/messages/${name}Reply`)] },
    };
    return [
      name,
      {
        action,
        summary: says,
        channel: ref('channels/live'),
        messages: [ref(`channels/live/messages/${name}`)],
        ...answer,
      },
    ];
  });
  return Object.fromEntries(entries) as Json;
}

/** Events of the log stand in frames by name; their data stays on the server. */
function logMessages(): Json {
  const entries = [...EVENTS.values()].map((event: EventDefinition) => [
    event.name,
    { name: event.name, summary: event.says, 'x-version': event.version, payload: schemaOf(event.data) },
  ]);
  return Object.fromEntries(entries) as Json;
}

const messageOf = (name: string, { says, payload }: WireMessage): Json => ({
  name: name === 'presenceShown' ? 'presence' : name,
  summary: says,
  payload: schemaOf(payload),
});

const replyMessage = (name: string, reply: z.core.$ZodType | undefined): Json => ({
  name: `${name} (acknowledgement)`,
  payload: reply ? schemaOf(reply) : {},
});

const ref = (path: string): Json => ({ $ref: `#/${path}` });

function schemaOf(schema: z.core.$ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}

import {
  FacilitySaved,
  ImportChanged,
  PayerRuleSaved,
  PayerSaved,
  SessionsEnded,
  TeamSaved,
  UserActivated,
  UserChanged,
  UserInvited,
} from '@caseboard/contracts';
import type { Page, Payer, Team, User } from '@caseboard/contracts';
import type { EventCase } from './event-case.ts';
import type { Hospital } from './hospital.ts';

const PASSWORD = 'a-long-password-of-nobody';

const invite = async (h: Hospital, email: string) =>
  h.done(h.people.admin.post<User>('/users', { body: { email, name: `Person ${email}`, roles: ['biller'] } }));

async function aPayer(h: Hospital): Promise<Payer> {
  return h.done(h.people.admin.post<Payer>('/payers', { body: { name: `Payer ${h.fresh('P')}` } }));
}

/** What administrators do, and imports. */
export const DIRECTORY_CASES: readonly EventCase[] = [
  {
    event: UserInvited,
    delivers: ['colleague on colleagues', 'user on directory'],
    scene: async (h) => ({ act: () => invite(h, 'nora@lakeside.test') }),
  },
  {
    event: UserActivated,
    delivers: ['colleague on colleagues', 'user on directory'],
    scene: async (h) => {
      await invite(h, 'omar@lakeside.test');
      const token = await h.mailedToken('omar@lakeside.test');
      return {
        act: () =>
          h.done(h.caseboard.stranger().post('/passwords', { body: { token, password: PASSWORD }, key: null })),
      };
    },
  },
  {
    event: UserChanged,
    delivers: ['colleague on colleagues', 'team on directory', 'user on directory'],
    scene: async (h) => {
      const user = await invite(h, 'pia@lakeside.test');
      const team = await h.done(h.people.admin.post<Team>('/teams', { body: { name: 'Night shift' } }));
      const body = { name: 'Pia Changed', teamIds: [team.id], roles: ['coder'] };
      return { act: () => h.done(h.people.admin.patch(`/users/${user.id}`, { body, version: user.version })) };
    },
  },
  {
    event: SessionsEnded,
    delivers: [],
    scene: async (h) => {
      const guest = await h.caseboard.as('coder2');
      const { body } = await h.people.admin.get<Page<User>>('/users');
      const person = body.items.find(({ email }) => email === 'coder2@lakeside.test');
      await h.done(guest.get('/session'));
      return { act: () => h.done(h.people.admin.delete(`/users/${person?.id}/sessions`)) };
    },
  },
  {
    event: TeamSaved,
    delivers: ['team on directory'],
    scene: async (h) => ({ act: () => h.done(h.people.admin.post('/teams', { body: { name: 'Appeals desk' } })) }),
  },
  {
    event: FacilitySaved,
    delivers: ['facility on directory'],
    scene: async (h) => ({ act: () => h.done(h.people.admin.post('/facilities', { body: { name: 'East Clinic' } })) }),
  },
  {
    event: PayerSaved,
    delivers: ['payer on directory'],
    scene: async (h) => ({ act: () => aPayer(h) }),
  },
  {
    event: PayerRuleSaved,
    delivers: ['payer on directory'],
    scene: async (h) => {
      const payer = await aPayer(h);
      const body = { kind: 'appeal', days: 90, counts: 'calendar', effectiveFrom: '2025-01-01', source: 'Manual' };
      return { act: () => h.done(h.people.admin.post(`/payers/${payer.id}/rules`, { body })) };
    },
  },
  {
    event: ImportChanged,
    delivers: ['import on imports', 'import on job'],
    scene: async (h) => ({ act: () => h.bring('this is no file anybody knows') }),
  },
];

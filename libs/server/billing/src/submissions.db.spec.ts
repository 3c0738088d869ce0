import { text } from 'node:stream/consumers';
import type { Page, Submission } from '@caseboard/contracts';
import { FileStore } from '@caseboard/server/kernel';
import { asking } from '@caseboard/testing';
import { read837, writeInterchange } from '@caseboard/x12';
import type { SegmentInput, SubmittedClaim } from '@caseboard/x12';
import fc from 'fast-check';
import { cpt, dx } from '../test/a-chart.ts';
import { aClaimAnswer } from '../test/an-answer.ts';
import { MadeHere, USUAL_CODES } from '../test/made-here.ts';
import { Submissions } from './submissions.service.ts';

describe('sending claims', () => {
  const here = new MadeHere();
  beforeAll(() => here.open());
  afterAll(() => here.app.close());

  const fileOf = async (sent: Submission): Promise<string> => {
    const { content } = await here.app.get(Submissions).download(asking(here.biller), sent.id);
    return text(content);
  };
  const claimsIn = async (file: string): Promise<SubmittedClaim[]> => {
    const found: SubmittedClaim[] = [];
    for await (const item of read837([Buffer.from(file)])) {
      if (item.type === 'claim') found.push(item.claim);
      if (item.type === 'file-end') expect(item.faults).toEqual([]);
    }
    return found;
  };
  const ledgerOf = (claimId: string) =>
    here.app.sql<{ account: string; cents: string }>(
      `SELECT account, debit_cents - credit_cents AS cents FROM billing.ledger_entry WHERE claim_id = '${claimId}' ORDER BY account`,
    );

  it('writes one file a kind and facility that reads back claim for claim', async () => {
    const north = await here.aFacility('North', '1992700005');
    const visit = await here.aReadyClaim();
    const other = await here.aReadyClaim({}, [...USUAL_CODES, cpt(4, '99213', { units: 2 })]);
    const away = await here.aReadyClaim({ facilityId: north });
    const stay = await here.aReadyClaim({ class: 'inpatient', endedOn: '2026-02-04' }, [dx(1, 'J18.9', 'Y')]);
    const { items } = await here.send([visit, other, away, stay].map(({ id }) => id));
    expect(items.map(({ kind, claims, chargeCents }) => [kind, claims, chargeCents]).sort()).toEqual([
      ['institutional', 1, 400_000],
      ['professional', 1, 12_550],
      ['professional', 2, 50_200],
    ]);
    expect(new Set(items.map(({ controlNumber }) => controlNumber)).size).toBe(3);
    const batch = items.find(({ claims }) => claims === 2) as Submission;
    const file = await fileOf(batch);
    expect(file).toContain(`*${batch.controlNumber}*0*P*:~`);
    expect(
      (await claimsIn(file)).map(({ controlNumber, chargeCents, payer, patient }) => [
        controlNumber,
        chargeCents,
        payer?.id,
        patient?.lastName,
      ]),
    ).toEqual([
      [visit.controlNumber, 12_550, 'NLHMO', 'TESTER'],
      [other.controlNumber, 37_650, 'NLHMO', 'TESTER'],
    ]);
    expect(await here.opened(visit.id)).toMatchObject({ state: 'sent', sentAt: batch.sentAt });
    expect(await ledgerOf(visit.id)).toEqual([
      { account: 'insurance-receivable', cents: '12550' },
      { account: 'revenue', cents: '-12550' },
    ]);
  });

  it('sends nothing when one of the claims is not ready, and names those', async () => {
    const ready = await here.aReadyClaim();
    const draftVisit = await here.visit({ payer: null });
    await here.finalize(draftVisit);
    const draft = await here.claimOf(draftVisit);
    await expect(here.send([ready.id, draft.id])).rejects.toMatchObject({
      code: 'claim/not-ready',
      details: { errors: [{ pointer: '/claimIds', message: `${draft.number} is draft` }] },
    });
    expect((await here.opened(ready.id)).state).toBe('ready');
    await here.send([ready.id]);
    await expect(here.send([ready.id])).rejects.toMatchObject({ code: 'claim/not-ready' });
  });

  it('sends a claim once when two people send it at the same moment', async () => {
    const claim = await here.aReadyClaim();
    const other = await here.person('Bob', ['biller']);
    const tries = await Promise.allSettled([here.send([claim.id]), here.send([claim.id], other)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'claim/not-ready' } });
    expect(await ledgerOf(claim.id)).toHaveLength(2);
  });

  it('gives a claim the answer that came before we noted that it was sent', async () => {
    const claim = await here.aReadyClaim();
    const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    const said = aClaimAnswer([{ number: claim.controlNumber, codes: ['A1:19:PR'] }], { number: 77 });
    await here.app.bring(said.replaceAll('20261103', today), 'early.edi');
    expect((await here.opened(claim.id)).state).toBe('ready');
    await here.send([claim.id]);
    expect(await here.opened(claim.id)).toMatchObject({ state: 'accepted', acknowledgements: [{ kind: '277ca' }] });
  });

  it('shows on the file what its 999 said, and moves its claims on', async () => {
    const claim = await here.aReadyClaim();
    const [sent] = (await here.send([claim.id])).items;
    const segments: SegmentInput[] = [
      ['AK1', 'HC', String(Number(sent?.controlNumber)), '005010X222A1'],
      ['AK2', '837', '0001', '005010X222A1'],
      ['IK5', 'A'],
      ['AK9', 'A', '1', '1', '1'],
    ];
    const group = {
      functionalId: 'FA',
      version: '005010X231A1',
      senderCode: 'CLEARINGHOUSE',
      receiverCode: 'LAKESIDE',
    };
    const from = { senderId: 'CLEARINGHOUSE', receiverId: 'LAKESIDE', controlNumber: 9, at: new Date() };
    const answer = writeInterchange({ ...from, groups: [{ ...group, transactions: [{ id: '999', segments }] }] });
    expect((await here.app.bring(answer)).state).toBe('done');
    await here.ask(`/submissions/${sent?.id}`).expect(({ body }) => expect(body.acknowledged).toBe('accepted'));
    expect((await here.opened(claim.id)).state).toBe('acknowledged');
  });

  it('lists what was sent and hands out the file, each look audited', async () => {
    const claim = await here.aReadyClaim();
    const [sent] = (await here.send([claim.id])).items;
    const page: Page<Submission> = (await here.ask('/submissions?limit=1').expect(200)).body;
    expect(page.items).toEqual([sent]);
    const second: Page<Submission> = (await here.ask(`/submissions?limit=1&cursor=${page.nextCursor}`).expect(200))
      .body;
    expect(second.items[0]?.id).not.toBe(sent?.id);
    const reply = await here
      .ask(`/submissions/${sent?.id}/file`)
      .buffer(true)
      .parse((response, done) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => done(null, body));
      });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="${sent?.fileName}"`);
    expect(await claimsIn(reply.body as string)).toHaveLength(1);
    const [audited] = await here.app.sql<{ count: string }>(
      `SELECT count(*) AS count FROM audit.entry WHERE action = 'billing.submission.read' AND details ->> 'isDownload' = 'true' AND subject_id = '${sent?.id}'`,
    );
    expect(Number(audited?.count)).toBe(1);
  });

  it('keeps a gated facility’s files and claims to its people', async () => {
    const gated = await here.aFacility('Behavioral health', '1003000134', true);
    const insider = await here.person('Ina', ['biller'], [gated]);
    const claim = await here.aReadyClaimOf(insider, { facilityId: gated });
    await expect(here.send([claim.id])).rejects.toMatchObject({ code: 'request/not-found' });
    const [sent] = (await here.send([claim.id], insider)).items;
    await here.ask(`/submissions/${sent?.id}`).expect(404);
    await here.ask(`/submissions/${sent?.id}/file`).expect(404);
    const outside = await here.app.person(['coder']);
    await outside('/submissions').expect(403);
  });

  it('leaves nothing behind when the transaction fails after the file was kept', async () => {
    const claim = await here.aReadyClaim();
    const count = async () =>
      Number((await here.app.sql<{ n: string }>('SELECT count(*) AS n FROM kernel.file'))[0]?.n);
    const before = await count();
    await expect(
      here.act(async (tx) => {
        await here.app.get(FileStore).keepIn(tx, 'half.edi', Buffer.alloc(600_000));
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(await count()).toBe(before);
    expect((await here.opened(claim.id)).state).toBe('ready');
  });

  it('books what it sends to the cent, whatever the lines', async () => {
    const line = fc.record({ code: fc.constantFrom('99213', '99283'), units: fc.integer({ min: 1, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        async (visits) => {
          const ids: string[] = [];
          for (const lines of visits) {
            const codes = lines.map(({ code, units }, at) => cpt(at + 2, code, { units }));
            ids.push((await here.aReadyClaim({}, [dx(1, 'I10'), ...codes])).id);
          }
          const { items } = await here.send(ids);
          const files = await Promise.all(items.map(async (sent) => claimsIn(await fileOf(sent))));
          const charged = files.flat().reduce((sum, { chargeCents }) => sum + chargeCents, 0);
          const booked = (await Promise.all(ids.map(ledgerOf))).flat();
          const sumOf = (account: string) =>
            booked.filter((entry) => entry.account === account).reduce((sum, { cents }) => sum + Number(cents), 0);
          expect(sumOf('insurance-receivable')).toBe(charged);
          expect(sumOf('insurance-receivable') + sumOf('revenue')).toBe(0);
        },
      ),
      { numRuns: 12 },
    );
  });
});

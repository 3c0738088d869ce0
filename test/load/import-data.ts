import { formatCents, X12Writer } from '@caseboard/x12';

const CLAIMS_A_PAYMENT = 500;
const PIECE = 200;
const AT = new Date('2026-11-20T12:00:00Z');
const CODES = ['99213', '99214', '72148', '80053', '36415', '93000'];
const DENYING = ['197', '16', '50', '29', '97', '11'];

/** One claim of the bench: two lines; most are paid in part, every fifth has a line denied, every fiftieth we never sent. */
interface BenchClaim {
  number: string;
  lines: { code: string; charge: number; contractual: number; patient: number; denied: string | undefined }[];
}

function claimAt(at: number): BenchClaim {
  const line = (offset: number) => {
    const charge = 10_000 + ((at * 37 + offset * 911) % 50_000);
    const isDenied = offset === 1 && at % 5 === 0;
    const contractual = isDenied ? 0 : Math.floor(charge / 4);
    const patient = isDenied || at % 3 !== 0 ? 0 : 2_000;
    return {
      code: CODES[(at + offset) % CODES.length] ?? '',
      charge,
      contractual,
      patient,
      denied: isDenied ? DENYING[at % DENYING.length] : undefined,
    };
  };
  return { number: `${at % 50 === 49 ? 'X' : 'B'}${String(at).padStart(7, '0')}`, lines: [line(0), line(1)] };
}

const paidOf = ({ charge, contractual, patient, denied }: BenchClaim['lines'][number]) =>
  denied ? 0 : charge - contractual - patient;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const interchange = (senderId: string, receiverId: string) => ({
  senderId,
  receiverId,
  controlNumber: 1,
  at: AT,
  groups: [],
});
const group = (functionalId: string, version: string) => ({
  functionalId,
  version,
  senderCode: 'A',
  receiverCode: 'B',
  transactions: [],
});

/** The 837P of the first `claims` claims, without those we never sent; piece by piece. */
export async function* claimFile(claims: number): AsyncGenerator<Uint8Array> {
  const writer = new X12Writer();
  let text =
    writer.openInterchange(interchange('HOSPITAL', 'CLEAR')) + writer.openGroup(group('HC', '005010X222A1'), 1, AT);
  text += writer.openTransaction('837', '0001', '005010X222A1');
  const put = (...segment: Parameters<X12Writer['segment']>[0]) => void (text += writer.segment(segment));
  put('BHT', '0019', '00', '0123', '20261102', '1023', 'CH');
  put('HL', '1', '', '20', '1');
  put('NM1', '85', '2', 'LAKESIDE REGIONAL', '', '', '', '', 'XX', '1234567893');
  for (let at = 0; at < claims; at += 1) {
    const claim = claimAt(at);
    if (claim.number.startsWith('X')) continue;
    const person = Math.floor(at / 3);
    put('HL', `${at + 2}`, '1', '22', '0');
    put('SBR', 'P', '18', '', '', '', '', '', '', 'CI');
    put('NM1', 'IL', '1', `TESTER${person}`, 'WANDA', '', '', '', 'MI', `M${person}`);
    put('DMG', 'D8', '19700102', 'F');
    put('NM1', 'PR', '2', 'NORTHLAKE HMO', '', '', '', '', 'PI', '12345');
    put(
      'CLM',
      claim.number,
      formatCents(sum(claim.lines.map(({ charge }) => charge))),
      '',
      '',
      ['11', 'B', '1'],
      'Y',
      'A',
      'Y',
      'Y',
    );
    put('HI', ['ABK', 'M5450']);
    claim.lines.forEach((line, offset) => {
      put('LX', `${offset + 1}`);
      put('SV1', ['HC', line.code], formatCents(line.charge), 'UN', '1', '', '', '1');
      put('DTP', '472', 'D8', '20261001');
    });
    if (at % PIECE === 0) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + writer.closeTransaction('0001') + writer.closeGroup(1) + writer.closeInterchange(1));
}

/** The 835 that decides the first `claims` claims, 500 a payment; piece by piece. */
export async function* remittanceFile(claims: number): AsyncGenerator<Uint8Array> {
  const writer = new X12Writer();
  yield Buffer.from(
    writer.openInterchange(interchange('PAYER', 'HOSPITAL')) + writer.openGroup(group('HP', '005010X221A1'), 1, AT),
  );
  for (let first = 0; first < claims; first += CLAIMS_A_PAYMENT) {
    yield Buffer.from(paymentText(writer, first, Math.min(first + CLAIMS_A_PAYMENT, claims)));
  }
  yield Buffer.from(writer.closeGroup(1) + writer.closeInterchange(1));
}

function paymentText(writer: X12Writer, first: number, end: number): string {
  const control = String(1 + first / CLAIMS_A_PAYMENT).padStart(4, '0');
  let text = writer.openTransaction('835', control, null);
  const put = (...segment: Parameters<X12Writer['segment']>[0]) => void (text += writer.segment(segment));
  const claims = Array.from({ length: end - first }, (_, offset) => claimAt(first + offset));
  put(
    'BPR',
    'I',
    formatCents(sum(claims.flatMap(({ lines }) => lines.map(paidOf)))),
    'C',
    'ACH',
    'CCP',
    ...Array<string>(10).fill(''),
    '20261120',
  );
  put('TRN', '1', `TRACE${control}`, '1512345678');
  put('N1', 'PR', 'NORTHLAKE HMO', 'XV', '12345');
  put('N1', 'PE', 'LAKESIDE REGIONAL', 'XX', '1234567893');
  put('LX', '1');
  for (const { number, lines } of claims) {
    put(
      'CLP',
      number,
      '1',
      formatCents(sum(lines.map(({ charge }) => charge))),
      formatCents(sum(lines.map(paidOf))),
      formatCents(sum(lines.map(({ patient }) => patient))),
      '12',
      `ICN${number}`,
      '11',
      '1',
    );
    put('NM1', 'QC', '1', 'TESTER', 'WANDA', '', '', '', 'MI', `M${number}`);
    for (const line of lines) {
      put('SVC', ['HC', line.code], formatCents(line.charge), formatCents(paidOf(line)), '', '1');
      put('DTM', '472', '20261001');
      if (line.denied) put('CAS', 'CO', line.denied, formatCents(line.charge));
      if (line.contractual) put('CAS', 'CO', '45', formatCents(line.contractual));
      if (line.patient) put('CAS', 'PR', '3', formatCents(line.patient));
      if (line.denied) put('LQ', 'HE', 'N130');
    }
  }
  return text + writer.closeTransaction(control);
}

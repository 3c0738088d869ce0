import { createRequire } from 'node:module';
import type { StatementDetail } from '@caseboard/contracts';
import { dollars, longDate, visitLines, visitTitle } from './statement-words.rules.ts';

/** What of pdfmake is used; the library brings no types. */
interface PdfMaker {
  setFonts(fonts: unknown): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(document: object): { getBuffer(): Promise<Buffer> };
}

type Content = string | Content[] | { [name: string]: unknown };

let ready: PdfMaker | undefined;

/** Loaded when the first statement is asked for; it reads its own fonts from the installed package and nothing else. */
function pdfMaker(): PdfMaker {
  if (ready) return ready;
  const require = createRequire(import.meta.url);
  const fonts = require('pdfmake/fonts/Roboto.js') as { Roboto: Record<string, string> };
  const maker = require('pdfmake') as PdfMaker;
  const own = new Set(Object.values(fonts.Roboto));
  maker.setFonts(fonts);
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => own.has(path));
  ready = maker;
  return maker;
}

/** A statement on paper: the words of the page (`statementHtml`), a title and a language for screen readers. */
export async function statementPdf(statement: StatementDetail): Promise<Buffer> {
  return pdfMaker().createPdf(paper(statement)).getBuffer();
}

const paper = (statement: StatementDetail) => ({
  info: { title: `Statement ${statement.number}`, author: statement.organisationName, subject: 'What you owe and why' },
  language: 'en-US',
  version: '1.7',
  tagged: true,
  displayTitle: true,
  pageSize: 'LETTER',
  pageMargins: [54, 54, 54, 54],
  defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.2 },
  footer: (page: number, pages: number) => ({
    text: `${statement.number}, page ${page} of ${pages}`,
    alignment: 'center',
    fontSize: 8,
  }),
  content: content(statement),
});

function content(statement: StatementDetail): Content[] {
  const { number, organisationName, patientName, mrn, accountNumber, printedAt, asOf } = statement;
  return [
    { text: `${organisationName}: statement ${number}`, fontSize: 16, bold: true },
    {
      text: `${patientName}, account ${accountNumber}${mrn === null ? '' : `, record number ${mrn}`}`,
      margin: [0, 6, 0, 0],
    },
    `Printed ${longDate(printedAt.slice(0, 10))}, as of entry ${asOf}`,
    {
      text: `You owe ${dollars(statement.balanceCents)}. Pay by ${longDate(statement.dueOn)}.`,
      fontSize: 13,
      bold: true,
      margin: [0, 12, 0, 4],
    },
    ...statement.visits.flatMap(visitTable),
    ...(statement.held.length === 0 ? [] : [heading('Not asked for now')]),
    ...statement.held.map((visit) => `${visitTitle(visit)}. ${visit.because}: nothing is asked of you for it now.`),
    heading('If you cannot pay'),
    statement.aid,
    heading('If something is wrong'),
    statement.dispute,
  ];
}

const heading = (text: string): Content => ({ text, bold: true, fontSize: 11, margin: [0, 14, 0, 3] });

function visitTable(visit: StatementDetail['visits'][number]): Content[] {
  const rows = visitLines(visit).map(({ text, cents, isPart }) => [
    { text, ...(isPart ? { margin: [14, 0, 0, 0], color: '#55544f' } : {}) },
    { text: dollars(cents), alignment: 'right', ...(isPart ? { color: '#55544f' } : {}) },
  ]);
  const total = [
    { text: 'You owe for this visit', bold: true },
    { text: dollars(visit.owesCents), alignment: 'right', bold: true },
  ];
  return [
    heading(visitTitle(visit)),
    { layout: 'lightHorizontalLines', table: { widths: ['*', 'auto'], body: [...rows, total] } },
  ];
}

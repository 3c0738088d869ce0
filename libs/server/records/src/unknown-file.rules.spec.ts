import { gzipSync } from 'node:zlib';
import { unknownFile } from './unknown-file.rules.ts';

describe('a file that nobody knows', () => {
  it.each([
    ['PK\x03\x04whatever', /ZIP archive/],
    ['%PDF-1.7', /PDF/],
    ['\n<!DOCTYPE html><title>Sign in</title>', /web page/],
    ['<?xml version="1.0"?>', /XML/],
    ['\xef\xbb\xbf{"resourceType":"Bundle"}', /JSON/],
    ['\xff\xfeI\0S\0A\0', /UTF-16/],
    ['   \r\n ', /blank/],
    ['ISAAC NEWTON', /does not begin with an ISA segment/],
  ])('is told what it looks like', (start, words) => {
    const fault = unknownFile(Buffer.from(start, 'latin1'));
    expect(fault).toMatchObject({ code: 'import/unknown-kind', severity: 'error' });
    expect(fault.message).toMatch(words);
  });

  it('may be compressed twice', () => {
    expect(unknownFile(gzipSync('ISA')).message).toMatch(/compressed twice/);
  });

  it('is never quoted', () => {
    expect(unknownFile(Buffer.from('Tester, Wanda, 1970-05-01')).message).not.toMatch(/Wanda|Tester|1970/);
  });
});

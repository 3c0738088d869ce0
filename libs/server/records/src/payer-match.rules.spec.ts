import { nameKeyOf } from './name-key.rules.ts';
import { adoptions, matchPayer, newcomers, tidyPayer } from './payer-match.rules.ts';

const onRecord = (id: string, name: string, payerCode: string | null) => ({
  id,
  name,
  payerCode,
  nameKey: nameKeyOf(name),
});

describe('the payer a file means', () => {
  const granite = onRecord('1', 'Granite Health', '60054');
  const typedIn = onRecord('2', 'Cedar Mutual', null);
  const everybody = [granite, typedIn, onRecord('3', 'Granite Health', '60055')];

  it('is found by its code whatever name the file uses', () => {
    expect(matchPayer({ payerCode: '60054', name: 'GRANITE HLTH PPO' }, everybody)?.id).toBe('1');
  });

  it('is found by name, without regard to case, accents or punctuation, when there is no code', () => {
    expect(matchPayer({ payerCode: null, name: 'GRANITE  HEALTH.' }, everybody)?.id).toBe('1');
    expect(nameKeyOf(' Crédit–Médical, Inc. ')).toBe('credit medical inc');
  });

  it('is the one an administrator typed in before its first file came', () => {
    expect(matchPayer({ payerCode: '77001', name: 'CEDAR MUTUAL' }, everybody)?.id).toBe('2');
  });

  it('is somebody new when the code is new, though the name is not', () => {
    expect(matchPayer({ payerCode: '60056', name: 'Granite Health' }, everybody)).toBeUndefined();
  });
});

describe('what a file says of a payer', () => {
  it('is trimmed, and an empty code is none', () => {
    expect(tidyPayer({ payerCode: '  ', name: ' Cedar\n Mutual ' })).toEqual({ payerCode: null, name: 'Cedar Mutual' });
  });

  it('gets a name where there is only a code', () => {
    expect(tidyPayer({ payerCode: ' 60054 ', name: '' })).toEqual({ payerCode: '60054', name: 'Payer 60054' });
  });
});

describe('the payers of one file', () => {
  const granite = { payerCode: '60054', name: 'Granite' };

  it('are made once each, and a bare name joins the one with a code', () => {
    const asked = [{ payerCode: null, name: 'GRANITE' }, granite, granite, { payerCode: null, name: 'Cedar' }];
    expect(newcomers(asked, [])).toEqual([granite, { payerCode: null, name: 'Cedar' }]);
  });

  it('give a payer without a code only the first of two', () => {
    const asked = [granite, { payerCode: '60055', name: 'Granite' }];
    expect(adoptions(asked, [onRecord('9', 'Granite', null)])).toEqual([{ id: '9', payerCode: '60054' }]);
  });
});

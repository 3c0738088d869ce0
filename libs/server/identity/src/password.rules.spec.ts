import { canonical, isWeakPassword } from './password.rules.ts';

const EMAIL = 'ana.ortiz@lakeside.test';

describe('a password', () => {
  it.each(['four plain words here', 'Tr0ub4dor&3 and more', 'hospital lamp nine', 'übergrößenträger'])(
    'such as “%s” is good',
    (password) => expect(isWeakPassword(password, EMAIL)).toBe(false),
  );

  it.each([
    ['too short', 'k9$wq!Zp2x'],
    ['one character many times', 'aaaaaaaaaaaaaaaa'],
    ['a run of digits', '012345678901'],
    ['a run of letters', 'abcdefghijklm'],
    ['a common word with decoration', 'Password123!'],
    ['a common word in disguise', '1234P@ssw0rd!!'],
    ['a common word twice', 'welcomewelcome'],
    ['the name of the product', 'caseboard2026'],
    ['the whole email', 'x ana.ortiz@lakeside.test'],
    ['the name in the email', 'i am ana.ortiz today'],
  ])('that is %s is weak', (_, password) => expect(isWeakPassword(password, EMAIL)).toBe(true));

  it('may hold a mailbox name so short that words contain it', () => {
    expect(isWeakPassword('morgana paints fences', 'ana@lakeside.test')).toBe(false);
  });

  it('counts characters, not bytes', () => {
    expect(isWeakPassword('äöüßéñçøåîõ', EMAIL)).toBe(true);
  });

  it('is the same however the keyboard composes it', () => {
    expect(canonical('Ame\u0301lie')).toBe(canonical('Am\u00e9lie'));
  });
});

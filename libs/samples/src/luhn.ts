/** The check digit of an NPI: Luhn over `80840` and the first nine digits (45 CFR 162.406, NPI standard). */
export function npi(nineDigits: string): string {
  const digits = [...`80840${nineDigits}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return nineDigits + String((10 - (sum % 10)) % 10);
}

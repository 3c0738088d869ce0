/** Something the hospital bills: code numbers and our own prices, never anybody's descriptions. */
export interface SampleService {
  code: string;
  revenue: string;
  /** Dollars. */
  low: number;
  high: number;
  weight: number;
  diagnoses: readonly string[];
}

/** Billed on a professional claim (837P). */
export const PROFESSIONAL: readonly SampleService[] = [
  { code: '99213', revenue: '', low: 148, high: 190, weight: 22, diagnoses: ['I10', 'E119', 'J069', 'M5450'] },
  { code: '99214', revenue: '', low: 210, high: 268, weight: 20, diagnoses: ['E1165', 'I10', 'J449', 'F329'] },
  { code: '99284', revenue: '', low: 480, high: 690, weight: 9, diagnoses: ['R0789', 'S93401A', 'N390'] },
  { code: '93000', revenue: '', low: 62, high: 96, weight: 8, diagnoses: ['I10', 'R0789'] },
  { code: '20610', revenue: '', low: 190, high: 286, weight: 7, diagnoses: ['M1711', 'M1712'] },
  { code: '97110', revenue: '', low: 88, high: 132, weight: 10, diagnoses: ['M5450', 'M25561'] },
  { code: '45378', revenue: '', low: 1180, high: 1740, weight: 4, diagnoses: ['Z1211', 'K635'] },
  { code: '29881', revenue: '', low: 3240, high: 4860, weight: 3, diagnoses: ['S83241A', 'M23221'] },
];

/** Billed on an institutional outpatient or inpatient claim (837I). */
export const INSTITUTIONAL: readonly SampleService[] = [
  { code: '72148', revenue: '0612', low: 1820, high: 2760, weight: 12, diagnoses: ['M5416', 'M5450'] },
  { code: '74177', revenue: '0352', low: 2140, high: 3380, weight: 11, diagnoses: ['R1031', 'K5792'] },
  { code: '80053', revenue: '0301', low: 92, high: 164, weight: 16, diagnoses: ['E119', 'I10'] },
  { code: '85025', revenue: '0305', low: 48, high: 96, weight: 14, diagnoses: ['D649', 'R5383'] },
  { code: '96372', revenue: '0260', low: 110, high: 190, weight: 8, diagnoses: ['M0579', 'D509'] },
  { code: '99285', revenue: '0450', low: 1640, high: 2480, weight: 10, diagnoses: ['I2510', 'J189', 'R0602'] },
  { code: '43239', revenue: '0750', low: 2480, high: 3960, weight: 6, diagnoses: ['K219', 'K2970'] },
  { code: '27447', revenue: '0360', low: 18400, high: 31200, weight: 3, diagnoses: ['M1711', 'M1712'] },
];

/** ICD-10-PCS codes, which are public, in our own words. */
export const PROCEDURES = `
009U3ZX Spinal fluid drawn, for diagnosis
027034Z Heart artery widened, one, drug-releasing stent, through the skin
02HV33Z Central line into the upper great vein, through the skin
0BH17EZ Breathing tube put in, by mouth or nose
0DB68ZX Stomach biopsy by scope
0DB98ZX Duodenum biopsy by scope
0DBN8ZX Sigmoid colon biopsy by scope
0DJ08ZZ Upper bowel looked at by scope
0DJD8ZZ Lower bowel looked at by scope
0DTJ4ZZ Appendix taken out by scope
0FT44ZZ Gallbladder taken out by scope
0SR90J9 Right hip joint replaced, cemented
0SRB0J9 Left hip joint replaced, cemented
0SRC0J9 Right knee joint replaced, cemented
0SRC0JA Right knee joint replaced, uncemented
0SRD0J9 Left knee joint replaced, cemented
0SRD0JA Left knee joint replaced, uncemented
0T9B70Z Bladder catheter put in
0W9B3ZZ Fluid drained from the left chest, through the skin
10D00Z1 Cesarean delivery, low cut
10E0XZZ Vaginal delivery
30233N1 Red cells given into a vein
4A023N7 Left heart catheter, pressures taken
5A1935Z Breathing machine, less than 24 hours
5A1945Z Breathing machine, 24 to 96 hours
5A1955Z Breathing machine, more than 96 hours
5A1D70Z Dialysis, less than 6 hours a day
B2111ZZ Heart arteries pictured with low-osmolar contrast
`;

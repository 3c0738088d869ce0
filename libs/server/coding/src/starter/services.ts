/** CPT numbers with our own plain words; no descriptor of the AMA is among them. Marks do not apply. */
export const CPT_SERVICES = `
10060 Opening of a simple abscess
11042 Cleaning of a wound down to fat, first 20 square cm
12001 Closing of a simple cut, up to 2.5 cm
17000 Destruction of one skin spot before cancer
20550 Injection of one tendon sheath
20610 Injection or tapping of a large joint
27130 Total hip replacement
27447 Total knee replacement
29881 Knee scope with removal of one meniscus
31500 Breathing tube put in, emergency
36415 Blood drawn from a vein
36556 Central line put in, age five and over
43235 Upper scope, look only
43239 Upper scope with biopsy
44970 Appendix taken out by scope
45378 Bowel scope, look only
45380 Bowel scope with biopsy
45385 Bowel scope with snare removal
47562 Gallbladder taken out by scope
49505 Groin hernia repaired, age five and over
52000 Bladder scope, look only
59400 Care before, during and after a vaginal delivery
62322 Injection into the low spinal canal, no imaging
64483 Injection of a low back nerve root with imaging
66984 Cataract removed with lens put in
70450 Head CT without contrast
70551 Brain MRI without contrast
71045 Chest picture, one view
71046 Chest picture, two views
71260 Chest CT with contrast
72148 Low back MRI without contrast
73030 Shoulder pictures, two views or more
73562 Knee pictures, three views
73610 Ankle pictures, three views or more
73721 Leg joint MRI without contrast
74176 Belly and pelvis CT without contrast
74177 Belly and pelvis CT with contrast
76700 Belly ultrasound, complete
76705 Belly ultrasound, limited
77067 Screening mammogram, both sides
80048 Basic blood chemistry
80053 Full blood chemistry
80061 Blood fats
81001 Urine test by machine with microscope
82947 Blood sugar
83036 Long-term blood sugar
84443 Thyroid control hormone
84484 Troponin, amount
85025 Blood count with differential
85610 Clotting time
87086 Urine culture with count
87635 Coronavirus test by amplified probe
87880 Strep test by eye
88305 Tissue examined under the microscope, usual
90471 One vaccine given
90834 Talking therapy, 45 minutes
90837 Talking therapy, 60 minutes
92014 Eye examination, known patient, complete
93000 Heart tracing with reading
93005 Heart tracing, tracing only
93010 Heart tracing, reading only
93306 Heart ultrasound with doppler, complete
93458 Heart catheter with pictures, left side
94640 Inhaled treatment
96365 Drip into a vein, first hour
96372 Injection under the skin or into muscle
96374 Drug pushed into a vein, first
97110 Exercise therapy, each 15 minutes
97112 Retraining of movement, each 15 minutes
97140 Hands-on therapy, each 15 minutes
97161 Physical therapy evaluation, low
99202 Office visit, new patient, straightforward
99203 Office visit, new patient, low
99204 Office visit, new patient, moderate
99212 Office visit, known patient, straightforward
99213 Office visit, known patient, low
99214 Office visit, known patient, moderate
99215 Office visit, known patient, high
99221 First hospital day, low
99222 First hospital day, moderate
99223 First hospital day, high
99231 Later hospital day, low
99232 Later hospital day, moderate
99233 Later hospital day, high
99238 Discharge day, 30 minutes or less
99239 Discharge day, more than 30 minutes
99282 Emergency visit, straightforward
99283 Emergency visit, low
99284 Emergency visit, moderate
99285 Emergency visit, high
99291 Critical care, first 30 to 74 minutes
99395 Yearly check, known patient, age 18 to 39
99396 Yearly check, known patient, age 40 to 64
`;

/** HCPCS level II codes, which are public, in our own words. */
export const HCPCS_SERVICES = `
A4550 Surgical tray
E0114 Crutches, a pair, not of wood
G0008 Flu vaccine given
G0121 Screening bowel scope, average risk
G0283 Electrical stimulation therapy
G0378 Hospital observation, each hour
G0439 Yearly wellness visit, later one
J1100 Dexamethasone injection, 1 mg
J1885 Ketorolac injection, 15 mg
J2405 Ondansetron injection, 1 mg
J3301 Triamcinolone injection, 10 mg
J7030 Salt water drip, 1,000 cc
L1902 Ankle brace, off the shelf
Q9967 Contrast, 300 to 399 mg iodine, per ml
`;

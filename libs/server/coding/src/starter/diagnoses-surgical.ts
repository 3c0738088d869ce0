/**
 * ICD-10-CM codes of bowel, joints, kidneys, signs and injuries, of visits and circumstances, in our own short
 * words. Marks as in `diagnoses-medical.ts`.
 */
export const SURGICAL_DIAGNOSES = `
K210* Reflux disease with inflamed gullet
K2100 Reflux disease with inflamed gullet, without bleeding
K219 Reflux disease without inflamed gullet
K259 Stomach ulcer, unspecified, without bleeding or hole
K2900 Acute gastritis without bleeding
K2970 Gastritis, unspecified, without bleeding
K2971 Gastritis, unspecified, with bleeding
K3580 Acute appendicitis, unspecified
K4090 Groin hernia, one side, without blockage, not recurrent
K449 Hiatal hernia without blockage
K56609 Intestinal obstruction, unspecified, partial or complete unspecified
K567 Paralysed bowel, unspecified
K5720 Diverticulitis of the large bowel with abscess, without bleeding
K5730 Bowel pouches of the large bowel, not inflamed, without bleeding
K5732 Diverticulitis of the large bowel without abscess or bleeding
K5792 Diverticulitis, bowel unspecified, without abscess or bleeding
K5900 Constipation, unspecified
K635 Polyp of the colon
K640 First degree hemorrhoids
K7460 Cirrhosis of the liver, unspecified
K77! Liver trouble in another disease
K8000 Gallstones with acute inflammation, without blockage
K8020 Gallstones without inflammation or blockage
K8590 Acute pancreatitis without dead tissue, unspecified
K922 Bleeding of stomach or bowel, unspecified
L0291 Abscess of the skin, unspecified
L03115 Skin infection of the right leg
L03116 Skin infection of the left leg
L89152 Pressure ulcer over the sacrum, stage 2
L89153 Pressure ulcer over the sacrum, stage 3
M0579 Rheumatoid arthritis with rheumatoid factor, several sites
M109 Gout, unspecified
M170 Worn knee joints, both, primary
M1711 Worn right knee joint, primary
M1712 Worn left knee joint, primary
M1611 Worn right hip joint, primary
M1612 Worn left hip joint, primary
M199* Worn joint, site unspecified
M1990 Worn joint, unspecified, site unspecified
M23221 Old tear at the back of the right inner meniscus
M25511 Pain in the right shoulder
M25512 Pain in the left shoulder
M25561 Pain in the right knee
M25562 Pain in the left knee
M5416 Nerve root pain, low back
M545* Low back pain
M5450 Low back pain, unspecified
M5451 Low back pain from the vertebral end plates
M5459 Other low back pain
M797 Fibromyalgia
M810 Age-related thin bones without present fracture
N08! Kidney filter trouble in another disease
N170 Acute kidney failure with death of tubules
N179 Acute kidney failure, unspecified
N1830 Chronic kidney disease, stage 3 unspecified
N1831 Chronic kidney disease, stage 3a
N1832 Chronic kidney disease, stage 3b
N184 Chronic kidney disease, stage 4
N186 End-stage kidney disease
N189 Chronic kidney disease, unspecified
N200 Kidney stone
N390 Urinary tract infection, site unspecified
N400 Enlarged prostate without urinary signs
N401 Enlarged prostate with urinary signs
O80= Uncomplicated delivery at term
R05* Cough
R051 Acute cough
R0602 Shortness of breath
R079 Chest pain, unspecified
R0789 Other chest pain
R101* Pain in the upper belly
R109 Belly pain, unspecified
R1031 Pain in the right lower belly
R1032 Pain in the left lower belly
R112 Nausea with vomiting, unspecified
R197 Diarrhea, unspecified
R319 Blood in the urine, unspecified
R338 Other retention of urine
R4182 Changed mental state, unspecified
R42 Dizziness
R509 Fever, unspecified
R519 Headache, unspecified
R531 Weakness
R5383 Other fatigue
R55 Fainting
R6520 Severe sepsis without shock
R6521 Severe sepsis with shock
R739 High blood sugar, unspecified
R7881 Bacteria in the blood
S0990XA Injury of the head, unspecified, first visit
S52501A Fracture of the lower right radius, closed, first visit
S61411A Cut of the right hand without foreign body, first visit
S72001A Fracture of the neck of the right femur, closed, first visit
S72002A Fracture of the neck of the left femur, closed, first visit
S83241A Other tear of the right inner meniscus, recent, first visit
S934* Sprain of the ankle
S93401A Sprain of the right ankle, ligament unspecified, first visit
S93401D= Sprain of the right ankle, ligament unspecified, later visit
S93402A Sprain of the left ankle, ligament unspecified, first visit
T8141XA Infection after a procedure, surface of the cut, first visit
U071 COVID-19
W010XXA Fall on the level from slipping or tripping, first visit
W19XXXA Fall, unspecified, first visit
W1830XA Fall on the level, unspecified, first visit
Y92009= Home, place in it unspecified, as where it happened
Y92019= House of one family, place in it unspecified, as where it happened
Y9301 While walking or hiking
Y939= Activity unspecified
Z0000= General adult examination, nothing abnormal found
Z0001= General adult examination, something abnormal found
Z01818= Other examination before a procedure
Z1211= Screening for cancer of the colon
Z1231= Screening mammogram for cancer of the breast
Z23= Visit for an immunization
Z3800= Liveborn infant, single, in this hospital, vaginal delivery
Z3801= Liveborn infant, single, in this hospital, cesarean
Z370= Outcome: one liveborn
Z471= Care after a joint was replaced
Z4789= Other orthopedic aftercare
Z5111= Visit for chemotherapy
Z515= Palliative care
Z66 Do not resuscitate
Z6841= Body mass index 40.0 to 44.9, adult
Z6835= Body mass index 35.0 to 35.9, adult
Z7901= Long-term blood thinner
Z7902= Long-term drug against clotting of platelets
Z794= Long-term insulin
Z7982= Long-term aspirin
Z7984= Long-term diabetes pills
Z8673= Earlier small stroke or stroke without lasting effects
Z87891= Earlier nicotine dependence
Z880= Penicillin allergy in the past
Z951= Bypass graft of the heart vessels present
Z955= Stent of a heart vessel present
Z992= Dependent on dialysis
Z9981= Dependent on added oxygen
`;

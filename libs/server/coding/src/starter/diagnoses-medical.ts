/**
 * ICD-10-CM codes of medicine, in our own short words. One a line: code, marks, words.
 * Marks: `*` heading, not billable; `=` exempt from POA (CMS list); `!` manifestation, never first (MCE).
 */
export const MEDICAL_DIAGNOSES = `
A084 Viral bowel infection, unspecified
A0472 Clostridioides difficile colitis, not recurrent
A409 Sepsis from streptococcus, unspecified
A4101 Sepsis from methicillin-sensitive staph aureus
A4102 Sepsis from methicillin-resistant staph aureus
A4151 Sepsis from E. coli
A419 Sepsis, organism unspecified
B0229 Shingles with other nervous system trouble
B349 Viral infection, unspecified
B9620 E. coli as the cause of disease classified elsewhere
C189 Cancer of the colon, unspecified
C3490 Cancer of bronchus or lung, side unspecified
C50911 Breast cancer, right, female, site unspecified
C50912 Breast cancer, left, female, site unspecified
C61 Cancer of the prostate
C7951 Secondary cancer in bone
D122 Benign growth of the ascending colon
D125 Benign growth of the sigmoid colon
D126 Benign growth of the colon, site unspecified
D500 Iron deficiency anemia from long-lasting blood loss
D509 Iron deficiency anemia, unspecified
D62 Anemia from acute blood loss
D631 Anemia in chronic kidney disease
D649 Anemia, unspecified
D696 Low platelets, unspecified
E039 Underactive thyroid, unspecified
E059* Overactive thyroid, unspecified
E0590 Overactive thyroid, unspecified, without crisis
E11* Type 2 diabetes
E1121 Type 2 diabetes with diabetic kidney disease
E1122 Type 2 diabetes with diabetic chronic kidney disease
E1140 Type 2 diabetes with nerve damage, unspecified
E1142 Type 2 diabetes with nerve damage of many nerves
E11649 Type 2 diabetes with low sugar without coma
E1165 Type 2 diabetes with high sugar
E119 Type 2 diabetes without complications
E1010 Type 1 diabetes with ketoacidosis without coma
E109 Type 1 diabetes without complications
E43 Severe protein-calorie malnutrition, unspecified
E440 Moderate protein-calorie malnutrition
E46 Protein-calorie malnutrition, unspecified
E6601 Severe obesity from excess calories
E669 Obesity, unspecified
E780* Raised cholesterol
E7800 Raised cholesterol alone, unspecified
E782 Mixed high blood fats
E785 High blood fats, unspecified
E860 Dehydration
E871 Low sodium
E872* Acidosis
E8720 Acidosis, unspecified
E875 High potassium
E876 Low potassium
E8770 Fluid overload, unspecified
F0280! Dementia in another disease, severity unspecified, without disturbance
F0390 Dementia, unspecified, severity unspecified, without disturbance
F1020 Alcohol dependence, uncomplicated
F10239 Alcohol dependence with withdrawal, unspecified
F17210 Nicotine dependence, cigarettes, uncomplicated
F329 Major depression, one episode, unspecified
F32A Depression, unspecified
F411 Generalized anxiety
F419 Anxiety, unspecified
G40909 Epilepsy, unspecified, not intractable, without status
G43909 Migraine, unspecified, not intractable, without status
G4733 Obstructive sleep apnea, adult or child
G629 Nerve damage of many nerves, unspecified
G63! Nerve damage of many nerves in another disease
G9340 Brain dysfunction, unspecified
G9341 Metabolic brain dysfunction
H28! Cataract in another disease
H269 Cataract, unspecified
I10 High blood pressure, essential
I110 Hypertensive heart disease with heart failure
I119 Hypertensive heart disease without heart failure
I129 Hypertensive kidney disease, stage 1 to 4 or unspecified
I130 Hypertensive heart and kidney disease with heart failure, stage 1 to 4
I200 Unstable angina
I209 Angina, unspecified
I214 Heart attack without ST elevation
I2119 ST elevation heart attack, other inferior wall artery
I219 Acute heart attack, unspecified
I2510 Coronary artery disease without angina
I252= Old heart attack
I2699 Other lung clot without acute strain of the right heart
I340 Leaking mitral valve, not rheumatic
I350 Narrowed aortic valve, not rheumatic
I4820 Chronic atrial fibrillation, unspecified
I480 Paroxysmal atrial fibrillation
I4891 Atrial fibrillation, unspecified
I50* Heart failure
I502* Systolic heart failure
I5020 Systolic heart failure, unspecified
I5021 Acute systolic heart failure
I5022 Chronic systolic heart failure
I5023 Acute on chronic systolic heart failure
I503* Diastolic heart failure
I5030 Diastolic heart failure, unspecified
I5031 Acute diastolic heart failure
I5032 Chronic diastolic heart failure
I5033 Acute on chronic diastolic heart failure
I5043 Acute on chronic systolic and diastolic heart failure
I509 Heart failure, unspecified
I639 Stroke from a blocked vessel, unspecified
I6930= Late effects of a stroke, unspecified
I69351= Weakness of the right dominant side after a stroke
I739 Disease of peripheral vessels, unspecified
I82409 Acute deep vein clot of a leg, side and vein unspecified
I959 Low blood pressure, unspecified
J029 Sore throat, unspecified
J0190 Acute sinusitis, unspecified
J069 Cold of the upper airways, unspecified
J101 Influenza with other breathing signs
J13 Pneumonia from pneumococcus
J15211 Pneumonia from methicillin-sensitive staph aureus
J17! Pneumonia in another disease
J18* Pneumonia, organism unspecified
J181 Lobar pneumonia, organism unspecified
J189 Pneumonia, unspecified
J209 Acute bronchitis, unspecified
J440 COPD with infection of the lower airways
J441 COPD with acute worsening
J449 COPD, unspecified
J4520 Mild intermittent asthma, uncomplicated
J45901 Asthma, unspecified, with acute worsening
J45909 Asthma, unspecified, uncomplicated
J690 Pneumonia from inhaled food or vomit
J9600 Acute respiratory failure, oxygen or carbon dioxide unspecified
J9601 Acute respiratory failure with low oxygen
J9602 Acute respiratory failure with high carbon dioxide
J9621 Acute on chronic respiratory failure with low oxygen
`;

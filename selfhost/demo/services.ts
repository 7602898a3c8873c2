import type { PutService } from '../../schema/forms/put-service.ts';
import { serviceTerms } from './service-terms.ts';

type Group = PutService['group'];
type Row = [code: string, name: string, naira: number, unit?: PutService['unit']];

/** What private care in Lagos is billed for, with plausible standard prices in whole naira. */
const priceList: readonly [Group, readonly Row[]][] = [
  [
    'consultation',
    [
      ['CON-001', 'General consultation', 10_000],
      ['CON-002', 'Specialist consultation, first visit', 25_000],
      ['CON-003', 'Specialist consultation, follow-up', 15_000],
      ['CON-004', 'Paediatric consultation', 12_000],
      ['CON-005', 'Emergency consultation', 20_000],
      ['CON-006', 'Dental consultation', 10_000],
      ['CON-007', 'Eye examination with refraction', 12_000],
      ['CON-008', 'Psychiatric consultation', 30_000],
      ['CON-009', 'Physiotherapy assessment', 10_000],
      ['CON-010', 'Dietitian consultation', 12_000],
    ],
  ],
  [
    'laboratory',
    [
      ['LAB-101', 'Malaria parasite, blood film', 3_500],
      ['LAB-102', 'Malaria rapid test', 3_000],
      ['LAB-110', 'Full blood count', 6_500],
      ['LAB-111', 'Packed cell volume', 2_500],
      ['LAB-112', 'Blood group and Rhesus factor', 3_000],
      ['LAB-113', 'Haemoglobin genotype', 4_500],
      ['LAB-120', 'Widal test', 4_000],
      ['LAB-121', 'Blood culture and sensitivity', 15_000],
      ['LAB-130', 'Urinalysis', 2_500],
      ['LAB-131', 'Urine microscopy, culture, sensitivity', 8_000],
      ['LAB-140', 'Stool microscopy', 4_000],
      ['LAB-150', 'Fasting blood sugar', 2_500],
      ['LAB-151', 'Random blood sugar', 2_000],
      ['LAB-152', 'Glycated haemoglobin (HbA1c)', 12_000],
      ['LAB-160', 'Lipid profile', 12_000],
      ['LAB-170', 'Liver function tests', 13_000],
      ['LAB-180', 'Thyroid function tests', 25_000],
      ['LAB-190', 'Electrolytes, urea, creatinine', 7_800],
      ['LAB-200', 'Prostate-specific antigen', 15_000],
      ['LAB-210', 'Hepatitis B surface antigen', 5_000],
      ['LAB-220', 'Helicobacter pylori antigen, stool', 9_000],
      ['LAB-230', 'Pregnancy test', 2_500],
      ['LAB-240', 'Cervical smear, cytology', 18_000],
    ],
  ],
  [
    'imaging',
    [
      ['RAD-010', 'Obstetric ultrasound', 12_000],
      ['RAD-011', 'Abdominal and pelvic ultrasound', 15_000],
      ['RAD-012', 'Scrotal or prostate ultrasound', 15_000],
      ['RAD-020', 'X-ray, limb, two views', 10_000],
      ['RAD-021', 'Chest X-ray', 10_000],
      ['RAD-022', 'X-ray, lumbosacral spine', 16_000],
      ['RAD-030', 'Electrocardiogram', 10_000],
      ['RAD-031', 'Echocardiogram', 45_000],
      ['RAD-040', 'CT scan, head', 95_000],
      ['RAD-041', 'MRI, lumbar spine', 150_000],
      ['RAD-050', 'Mammogram', 35_000],
    ],
  ],
  [
    'drug',
    [
      ['PHA-101', 'Artemether-lumefantrine 80/480 mg, course', 4_500],
      ['PHA-102', 'Artemether-lumefantrine suspension, course', 3_800],
      ['PHA-103', 'Artesunate 60 mg injection', 3_200],
      ['PHA-110', 'Paracetamol 500 mg, 18 tablets', 900],
      ['PHA-111', 'Paracetamol syrup, 100 ml', 1_500],
      ['PHA-112', 'Ibuprofen 400 mg, 20 tablets', 2_000],
      ['PHA-113', 'Diclofenac 50 mg, 20 tablets', 2_500],
      ['PHA-120', 'Amoxicillin-clavulanate 625 mg, 14 tablets', 8_500],
      ['PHA-121', 'Amoxicillin-clavulanate suspension, 100 ml', 6_500],
      ['PHA-122', 'Azithromycin 500 mg, 3 tablets', 4_500],
      ['PHA-123', 'Ciprofloxacin 500 mg, 14 tablets', 4_200],
      ['PHA-124', 'Ceftriaxone 1 g injection', 4_800],
      ['PHA-125', 'Metronidazole 400 mg, 21 tablets', 2_200],
      ['PHA-126', 'Fluconazole 150 mg, capsule', 1_800],
      ['PHA-130', 'Amlodipine 10 mg, 30 tablets', 4_500],
      ['PHA-131', 'Lisinopril 10 mg, 28 tablets', 5_500],
      ['PHA-132', 'Atorvastatin 20 mg, 30 tablets', 9_500],
      ['PHA-133', 'Aspirin 75 mg, 28 tablets', 1_500],
      ['PHA-140', 'Metformin 500 mg, 56 tablets', 6_500],
      ['PHA-141', 'Glimepiride 2 mg, 30 tablets', 7_500],
      ['PHA-150', 'Omeprazole 20 mg, 28 capsules', 5_000],
      ['PHA-151', 'Antacid suspension, 200 ml', 2_500],
      ['PHA-160', 'Salbutamol inhaler', 6_500],
      ['PHA-161', 'Budesonide-formoterol inhaler', 24_000],
      ['PHA-170', 'Oral rehydration salts with zinc', 1_800],
      ['PHA-171', 'Loratadine 10 mg, 10 tablets', 1_800],
      ['PHA-172', 'Cough syrup, 100 ml', 2_200],
      ['PHA-180', 'Folic acid and iron, 30 days', 2_500],
      ['PHA-190', 'Tetanus toxoid', 3_000],
      ['PHA-200', 'Tamsulosin 0.4 mg, 30 capsules', 12_500],
      ['PHA-210', 'Sertraline 50 mg, 28 tablets', 14_000],
      ['PHA-220', 'Antibiotic eye drops', 3_500],
      ['PHA-230', 'Antifungal cream, 30 g', 3_200],
    ],
  ],
  [
    'procedure',
    [
      ['PRO-201', 'Suturing, simple wound', 12_000],
      ['PRO-202', 'Wound dressing', 5_000],
      ['PRO-203', 'Plaster cast, forearm', 30_000],
      ['PRO-204', 'Nebulisation', 5_000],
      ['PRO-205', 'Physiotherapy session', 10_000],
      ['PRO-206', 'Incision and drainage', 25_000],
      ['PRO-301', 'Appendicectomy', 450_000, 'case'],
      ['PRO-302', 'Inguinal hernia repair', 400_000, 'case'],
      ['PRO-303', 'Myomectomy', 850_000, 'case'],
    ],
  ],
  [
    'admission',
    [
      ['ADM-001', 'General ward, per day', 25_000, 'day'],
      ['ADM-002', 'Private room, per day', 50_000, 'day'],
      ['ADM-003', 'Nursing care, per day', 8_000, 'day'],
      ['ADM-004', 'Ward round by the physician, per day', 10_000, 'day'],
    ],
  ],
  [
    'consumable',
    [
      ['CSM-001', 'Intravenous cannula and giving set', 3_500],
      ['CSM-002', 'Intravenous fluid, 500 ml', 3_000],
    ],
  ],
  [
    'maternity',
    [
      ['MAT-001', 'Antenatal visit', 8_000],
      ['MAT-010', 'Normal delivery, package', 250_000, 'package'],
      ['MAT-020', 'Caesarean section, package', 750_000, 'package'],
      ['MAT-030', 'Postnatal visit', 8_000],
    ],
  ],
  [
    'dental',
    [
      ['DEN-010', 'Scaling and polishing', 18_000],
      ['DEN-020', 'Filling, one surface', 22_000],
      ['DEN-030', 'Tooth extraction, simple', 18_000],
    ],
  ],
  [
    'optical',
    [
      ['OPT-010', 'Single-vision lenses, pair', 25_000],
      ['OPT-011', 'Bifocal lenses, pair', 40_000],
      ['OPT-020', 'Frame, standard', 20_000],
    ],
  ],
];

/** The tenant's catalogue: about a hundred services, prices in kobo. */
export const demoServices: readonly PutService[] = priceList.flatMap(([group, rows]) =>
  rows.map(([code, name, naira, unit]) => ({
    externalId: code,
    code,
    name,
    group,
    unit: unit ?? 'each',
    price: naira * 100,
    currency: 'NGN',
    active: true,
    ...serviceTerms[code],
  })),
);

const byCode = new Map(demoServices.map((service) => [service.code, service]));

/** The tenant's standard price of a service, in kobo. */
export function standardPrice(code: string): number {
  const price = byCode.get(code)?.price;
  if (price === undefined) throw new RangeError(`no service ${code} in the demo`);
  return price;
}

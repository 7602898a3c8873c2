import { adults, always, anyone, children, hospitals, often, outpatient, type Visit } from './visit.ts';

const infections: readonly Visit[] = [
  outpatient(
    'malaria',
    34,
    { fromAge: 12, toAge: 70 },
    [['B54'], ['B50.9'], ['B54', 'D64.9']],
    [
      always('CON-001'),
      always('LAB-101'),
      often('LAB-110', 0.5),
      always('PHA-101'),
      always('PHA-110', 1, 2),
      often('CSM-002', 0.1, 2),
    ],
  ),
  outpatient(
    'malaria, child',
    22,
    children,
    [['B54'], ['B50.9']],
    [always('CON-004'), always('LAB-102'), often('LAB-111', 0.5), always('PHA-102'), always('PHA-111')],
  ),
  outpatient(
    'typhoid fever',
    14,
    anyone,
    [['A01.00'], ['A01.00', 'B54']],
    [
      always('CON-001'),
      always('LAB-120'),
      often('LAB-121', 0.3),
      always('PHA-123', 1, 2),
      always('PHA-110'),
      often('PHA-124', 0.3, 3, 5),
    ],
  ),
  outpatient(
    'cold',
    24,
    anyone,
    [['J06.9'], ['J02.9'], ['J03.90']],
    [
      always('CON-001'),
      often('PHA-172', 0.7),
      often('PHA-171', 0.6),
      often('PHA-122', 0.35),
      always('PHA-110'),
    ],
  ),
  outpatient(
    'middle ear infection',
    8,
    children,
    [['H66.90']],
    [always('CON-004'), always('PHA-121'), always('PHA-111')],
  ),
  outpatient(
    'stomach bug',
    14,
    anyone,
    [['A09'], ['A09', 'E86.0']],
    [
      always('CON-001'),
      often('LAB-140', 0.6),
      always('PHA-170', 1, 3),
      often('PHA-125', 0.5),
      often('CSM-001', 0.2),
      often('CSM-002', 0.2, 2, 3),
    ],
  ),
  outpatient(
    'urinary tract infection',
    11,
    { fromAge: 14, toAge: 70 },
    [['N39.0']],
    [always('CON-001'), always('LAB-130'), often('LAB-131', 0.7), always('PHA-123')],
  ),
  outpatient(
    'vaginal infection',
    5,
    { sex: 'female', ...adults },
    [['B37.3'], ['N76.0'], ['N73.9']],
    [always('CON-001'), always('LAB-130'), always('PHA-126', 1, 2), often('PHA-125', 0.5)],
  ),
  outpatient(
    'skin infection',
    8,
    anyone,
    [['B35.4'], ['L08.9'], ['L20.9']],
    [always('CON-001'), always('PHA-230', 1, 2), often('PHA-171', 0.4)],
  ),
  outpatient('conjunctivitis', 6, anyone, [['H10.9'], ['H10.33']], [always('CON-001'), always('PHA-220')]),
];

const prevention: readonly Visit[] = [
  outpatient(
    'yearly check',
    10,
    { fromAge: 25, toAge: 65 },
    [['Z00.00']],
    [
      always('CON-001'),
      always('LAB-110'),
      always('LAB-150'),
      always('LAB-160'),
      always('LAB-190'),
      often('LAB-170', 0.5),
      often('RAD-021', 0.5),
      often('RAD-030', 0.4),
    ],
  ),
  outpatient(
    'child check',
    7,
    { fromAge: 0, toAge: 6 },
    [['Z00.129', 'Z23']],
    [always('CON-004'), often('LAB-111', 0.4)],
  ),
  outpatient(
    'cervical screening',
    3,
    { sex: 'female', fromAge: 25, toAge: 60 },
    [['Z12.4']],
    [always('CON-002'), always('LAB-240')],
    { at: hospitals },
  ),
  outpatient('mammogram', 2, { sex: 'female', fromAge: 40, toAge: 65 }, [['Z12.31']], [always('RAD-050')], {
    at: ['baobab'],
  }),
];

const elsewhere: readonly Visit[] = [
  outpatient(
    'caries',
    9,
    anyone,
    [['K02.9'], ['K04.7']],
    [always('CON-006'), often('DEN-020', 0.7, 1, 2), often('DEN-030', 0.3), often('PHA-112', 0.5)],
    { encounterType: 'dental', at: ['lagoon-view', 'baobab'] },
  ),
  outpatient('scaling', 5, adults, [['K05.10'], ['K03.6']], [always('CON-006'), always('DEN-010')], {
    encounterType: 'dental',
    at: ['lagoon-view', 'baobab'],
  }),
  outpatient(
    'glasses',
    7,
    { fromAge: 8, toAge: 70 },
    [['H52.13'], ['H52.4']],
    [always('CON-007'), often('OPT-010', 0.8), often('OPT-020', 0.7)],
    { encounterType: 'optical', at: ['baobab'] },
  ),
  outpatient(
    'repeat prescription',
    10,
    { fromAge: 38, toAge: 70 },
    [
      ['Z76.0', 'I10'],
      ['Z76.0', 'E11.9'],
    ],
    [
      always('PHA-130', 1, 3),
      often('PHA-131', 0.5, 1, 3),
      often('PHA-133', 0.5, 1, 3),
      often('PHA-140', 0.4, 1, 2),
    ],
    { encounterType: 'pharmacy' },
  ),
  outpatient(
    'tests only',
    7,
    adults,
    [['R50.9'], ['D64.9'], ['Z13.1']],
    [always('LAB-110'), often('LAB-101', 0.6), often('LAB-150', 0.5), often('LAB-170', 0.3)],
    { encounterType: 'laboratory' },
  ),
];

/** Infections, prevention, teeth, eyes: visits that end the same day and leave little behind. */
export const shortVisits: readonly Visit[] = [...infections, ...prevention, ...elsewhere];

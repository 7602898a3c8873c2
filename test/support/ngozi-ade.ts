/** The first person whom an insurer made for a test covers: those who file for her name the same birth date. */
export const ngoziAde = {
  firstName: 'Ngozi',
  lastName: 'Ade',
  birthDate: '1990-05-17',
  sex: 'female',
  coverFrom: '2020-01-01',
} as const;

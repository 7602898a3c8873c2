/** What a reviewer asks a facility about one kind of visit, and what it answers. */
export interface Exchange {
  question: string;
  answer: string;
}

const exchanges: readonly { about: (codes: readonly string[]) => boolean; texts: readonly Exchange[] }[] = [
  {
    about: (codes) => codes.some((code) => /^PRO-3|^MAT-0[12]0$/.test(code)),
    texts: [
      {
        question: 'Please describe the operation and name the surgeon and the anaesthetist.',
        answer:
          'Done on the day of admission, by the doctor named on the claim, under general anaesthesia. The operation note is in the file.',
      },
      {
        question: 'Which authorization covers this operation? None is named on the claim.',
        answer:
          'Your desk gave the code by telephone on the day of admission; our records office has noted the time of the call.',
      },
    ],
  },
  {
    about: (codes) => codes.some((code) => code.startsWith('ADM-')),
    texts: [
      {
        question:
          'Please give the findings on admission and on discharge that called for each night on the ward.',
        answer:
          'Temperature above 39 with vomiting on admission, unable to keep tablets down until the last day; discharged on tablets.',
      },
      {
        question:
          'The days of nursing care and the days on the ward should agree. Please confirm the date and hour of discharge.',
        answer: 'Discharged at noon on the last day named; both are counted by the night.',
      },
    ],
  },
  {
    about: (codes) => codes.some((code) => /^RAD-(03|04)/.test(code)),
    texts: [
      {
        question: 'What did the examination look for, and what did it show? Please send the report.',
        answer:
          'Ordered for warning signs in the history; the report shows nothing urgent and is in the file.',
      },
    ],
  },
  {
    about: (codes) => codes.some((code) => /^PHA-(13|14)/.test(code)),
    texts: [
      {
        question:
          'For how many days were the tablets given? Our records show an earlier supply that should still last.',
        answer:
          'Two months, as the patient travels; the earlier supply was lost and the doctor has noted it.',
      },
    ],
  },
  {
    about: (codes) => codes.some((code) => /^LAB-(101|102|120)/.test(code)),
    texts: [
      {
        question: 'Please state the result of the test that the treatment rests on.',
        answer: 'Positive, two crosses; treatment was started the same hour.',
      },
      {
        question: 'The claim names tests without results. Which of them were positive?',
        answer:
          'The blood film was positive; the other test was ordered because of the length of the fever and was negative.',
      },
    ],
  },
  {
    about: () => true,
    texts: [
      {
        question: 'Please confirm the date of the visit and the name of the doctor who saw the patient.',
        answer: 'Date and doctor are as claimed; the visit is in our register under the same number.',
      },
      {
        question: 'The note says a follow-up, the claim a first visit. Which is right?',
        answer: 'A first visit for this complaint; the earlier one was for something else.',
      },
    ],
  },
];

/** The exchanges that suit a claim with these services, the most fitting kind only. */
export function exchangesAbout(codes: readonly string[]): readonly Exchange[] {
  return exchanges.find(({ about }) => about(codes))?.texts ?? [];
}

/** Why a whole claim is turned down: coded reasons of the tenant's table and one sentence for the provider. */
export interface Rejection {
  reasons: string[];
  sentence: string;
}

/** Why a person turns a claim down that every rule would pay for. */
export const rejections: readonly Rejection[] = [
  {
    reasons: ['50'],
    sentence:
      'The findings do not call for the services billed. Please send the notes if there is more to know.',
  },
  {
    reasons: ['16'],
    sentence: 'The diagnosis does not explain the services, and the notes sent say nothing more.',
  },
  {
    reasons: ['140'],
    sentence: 'The name in your register is not that of the member. Please check the card and claim again.',
  },
];

/** What the provider is told of a reason; those that say it all themselves are left out. */
export const reasonSentences: Readonly<Record<string, string>> = {
  '6': 'The service billed is for another age.',
  '7': 'The service billed is for the other sex.',
  '18': 'The same service of the same day was claimed before; the earlier claim stands.',
  '26': 'The cover had not begun, or was suspended, on the day of the visit.',
  '27': 'The cover had ended, or was suspended, on the day of the visit.',
  '32': 'The dependant is no longer covered by the plan.',
  '45': 'Paid at the agreed price.',
  '50': 'Fewer would have done for this diagnosis.',
  '96': 'The plan does not cover this.',
  '97': 'One of the services is part of the package billed.',
  '119': 'The limit of the plan year is reached; the rest is for the member to pay.',
  '151': 'The last one was too short a time ago.',
  '179': 'The waiting period is not over yet.',
  '197': 'The plan asks for an authorization first; none is named.',
  '288': 'The plan asks for a referral to the specialist; none is named.',
  B13: 'The same service of the same day has been paid already.',
  B7: 'The plan does not cover care at a facility of this level.',
};

/** Why a manager pays a line that is recommended for less; other reasons are left as they are. */
export const overrides: Readonly<Record<string, string>> = {
  '45': 'The new price had been agreed by telephone; the letter came later.',
  '119': 'Paid as an exception, agreed with the client.',
  '151': 'The earlier one was spoilt; the doctor has noted why it was done again.',
  '197': 'Our desk gave leave by telephone on the day; the call is on record.',
  '288': 'The referral reached us by e-mail and is in the file.',
};

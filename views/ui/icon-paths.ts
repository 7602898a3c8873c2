/** Strokes of a 24 by 24 grid, drawn with `currentColor`. */
export const iconPaths = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  claim: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  mark: 'M12 2l8 3v6c0 6-4 9-8 11-4-2-8-5-8-11V5zM12 8v7M8.5 11.5h7',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M15.5 4.3a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2.2.8 3.5 2.9 3.5 5.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c0-3.5 3-6 7-6s7 2.5 7 6',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M9.5 7v4M7.5 9h4M8 15h3M8 18h3',
  list: 'M4 6h16M4 12h16M4 18h9',
  pile: 'M12 3l9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5',
  money: 'M3 6h18v12H3zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 9v0M18 15v0',
  chart: 'M4 4v16h16M9 16v-5M13 16V8M17 16v-7',
  settings:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 21h4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  warning: 'M12 3.5 22 20.5H2zM12 10v5M12 17.8v.2',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  key: 'M8 16a4 4 0 1 1 3.5-6H21v4h-3v-2h-2v2h-4.5A4 4 0 0 1 8 16z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  heart: 'M12 20s-8-4.5-8-10.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15.5 12 20 12 20z',
  down: 'M7 10l5 5 5-5',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.800v.2',
} as const;

export type IconName = keyof typeof iconPaths;

export const sites = {
  partsLabel: 'About this site',
  parts: { overview: 'Belonging', rounds: 'Surveys', change: 'Change', reports: 'Reports' },
};

/** At which practice, and of whom, the question about money is suggested. All that is chosen must be so of somebody. */
export type Prompting = {
  practice: string;
  on: boolean;
  highNeedArea: boolean;
  firstVisit: boolean;
  ageFrom: number | null;
  ageTo: number | null;
  /** What would help, in the team's words; stands on the practice's next reports. */
  wouldHelp: string;
  rowVersion: number;
};

export const noPrompting = (practice: string): Prompting => ({
  practice,
  on: false,
  highNeedArea: false,
  firstVisit: false,
  ageFrom: null,
  ageTo: null,
  wouldHelp: '',
  rowVersion: 0,
});

/** Whether it is asked of some rather than of everybody: asking everybody is what did not work in the study. */
export const isTargeted = ({ highNeedArea, firstVisit, ageFrom, ageTo }: Omit<Prompting, 'practice' | 'on' | 'wouldHelp' | 'rowVersion'>) =>
  highNeedArea || firstVisit || ageFrom !== null || ageTo !== null;

import { type AnswersOf, derived, held, notHeld, ownCode, under } from './answer.ts';

const goals = 'plan_version.goals';
const actions = 'plan_version.actions';
const noSet = 'The words are held. The set of codes that the standard names is not published with it, and people do not speak in it.';

export const work: AnswersOf = {
  ...under('Assessments > Assessments record entry', {
    'Assessment type': held('measure.point'),
    'Assessment summary': derived('measure.scores measure.unscored measure.why_not', 'the result in words, or why there is none'),
    ...under('Structured assessment', {
      'Structured assessment name > Coded value': held('measure.instrument measure.version', ownCode),
      'Structured assessment name > Free text': derived('measure.instrument', 'its name in the registry of instruments'),
      ...under('Assessment result', {
        'Assessment score > Coded value': held('measure.scores', ownCode),
        'Assessment score > Free text': derived('measure.scores', 'the name of the scale'),
        Value: held('measure.scores', 'the score'),
        'Units of measure': derived('measure.instrument', '{score}: these scales have no other unit'),
        'Ordinal > Coded value': held('measure.scores', 'the place of its band; ' + ownCode),
        'Ordinal > Free text': derived('measure.scores', 'the name of its band'),
      }),
      ...under('Subscale result', {
        'Subscale score > Coded value': held('measure.scores', 'each scale; ' + ownCode),
        'Subscale score > Free text': derived('measure.scores', 'the name of the scale'),
        Value: held('measure.scores', 'the score of each scale'),
        'Units of measure': derived('measure.instrument', '{score}'),
        'Ordinal > Coded value': held('measure.scores', 'the place of its band; ' + ownCode),
        'Ordinal > Free text': derived('measure.scores', 'the name of its band'),
      }),
    }),
    Comment: held('measure.note'),
  }),
  ...under('Risks > Risks record entry', {
    'Start date of risk': held('risk.started_on risk.said_at'),
    'End date of risk': held('risk.ended_on', 'an ended one stays readable'),
    'Risk > Coded value': held('risk.kind no_known_risk.said_at', `${ownCode}; “no known risks” is one of them`),
    'Risk > Free text': held('risk.words no_known_risk.words'),
    Comment: held('risk.helps risk.ended_why'),
  }),
  ...under('Plan and requested actions > Plan and requested actions record entry', {
    'Actions for professionals': held('closing.for_practice', 'never blank: “None” is said when there are none'),
    'Actions for person or their carer': held(actions),
    'Agreed with the person or their legitimate representative': held('plan_version.agreed'),
  }),
  ...under('Care and support plan', {
    'Strengths > Coded value': notHeld(noSet),
    'Strengths > Free text': held('plan_version.strengths'),
    ...under('Needs, concerns or problems', {
      'Coded value': held('plan_version.needs', ownCode),
      'Free text': held('plan_version.what_matters'),
      ...under('Goals and hopes', {
        'Coded value': held(goals, 'the need that it answers; ' + ownCode),
        'Free text': held(goals, 'in the person’s words'),
        'Goal importance score': held(goals, 'importance, 1 to 10'),
        ...under('Actions and activities', {
          'What > Coded value': notHeld(noSet),
          'What > Free text': held(actions, 'what'),
          'Who > Name': held(actions, 'name, or the person or their link worker'),
          'Who > Role': held(actions, 'the person, their link worker, or somebody else'),
          'Who > Team': derived('support.team_id', 'of their link worker; of others it stands with the name'),
          'Who > Contact details': held(actions, 'contact'),
          When: held(actions, 'when'),
          'Suggested strategies': held(actions, 'what to do if it does not work'),
          'Status > Coded value': held(actions, 'status; ' + ownCode),
          'Status > Free text': held(actions, 'more about the status'),
          Confidence: held(goals, 'confidence in what its actions ask, 1 to 10'),
          'Date last updated': held(actions, 'updated on'),
          'Review date': derived('plan_version.review_on', 'actions are looked at with their plan'),
          ...under('Stage goal', {
            'Stage goal > Coded value': derived(goals, 'the need that its goal answers'),
            'Stage goal > Free text': held(goals, 'steps'),
            'Outcome > Coded value': notHeld(noSet),
            'Outcome > Free text': held(goals, 'outcome of each step'),
            'Goal status': held(goals, 'status of each step; ' + ownCode),
          }),
        }),
        'Outcomes > Coded value': held('closing.goals', 'reached, partly or not; ' + ownCode),
        'Outcomes > Free text': held(`${goals} closing.goals`, 'outcome'),
        'Goal status': held(goals, 'status; ' + ownCode),
      }),
    }),
    ...under('Agreed with person or legitimate representative', {
      'Person or legitimate representative': held('plan_version.agreed', 'how, or why not'),
      'Person full name': held('plan_version.agreed', 'the name of whoever agreed for them'),
      Role: held('account.roles account.job_title', 'of the link worker who wrote it down'),
    }),
    'Care funding source > Coded value': held('about:services.services.fundingCode'),
    'Care funding source > Free text': held('plan_version.funded_by about:services.services.funding'),
    'Date this plan was last updated': held('plan_version.saved_at'),
    'Other care planning documents': held('plan_version.other_plans'),
    'Planned review date/interval': held('plan_version.review_on'),
    ...under('Responsibility for review', {
      Name: held('support.link_worker_id account.name'),
      Role: held('account.roles account.job_title'),
      'Contact details': held('team.phone team.email account.email'),
    }),
  }),
};

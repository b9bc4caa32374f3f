import { type AnswersOf, derived, held, notHeld, ownCode, under } from './answer.ts';

const worker = 'support.link_worker_id';

export const asking: AnswersOf = {
  ...under('Referral details > Referral details record entry', {
    Date: held('referral.received_at'),
    ...under('Referrer details', {
      Name: held('account.name referral.note'),
      Role: held('account.roles account.job_title'),
      Grade: held('account.job_title', 'written with the job title'),
      Team: held('practice.name'),
      Specialty: derived('referral.source', 'general practice, when a practice refers'),
      'Service > Coded value': derived('referral.source', 'the standard names no code for it yet'),
      'Service > Free text': held('practice.name'),
      'Organisation > Coded value': held('practice.code'),
      'Organisation > Free text': held('practice.name practice.place'),
      'Contact details': held('account.email referral.note'),
    }),
    'Referral method': derived('referral.source', 'self-referral, or in Bothy itself'),
    'Reason for referral > Free text': held('referral.note'),
    ...under('Referral to', {
      Name: held('referral.link_worker_id account.name'),
      Role: held('account.roles account.job_title'),
      Grade: held('account.job_title', 'written with the job title'),
      Team: held('team.name'),
      Specialty: derived('referral.team_id', 'social prescribing: the standard names no code for it yet'),
      'Service > Coded value': derived('referral.team_id', '871731000000106, referral to social prescribing service'),
      'Service > Free text': held('team.name'),
      'Organisation > Coded value': held('programme.settings', 'the code of the programme'),
      'Organisation > Free text': held('programme.name'),
      'Contact details': held('team.email team.phone'),
    }),
    'Return response to': derived(
      'referral.referred_by referral.practice_id account.email',
      'whoever referred; a practice reads it under “My referrals”',
    ),
  }),
  ...under('Contacts with professionals > Contacts with professionals record entry', {
    'Date and time of contact': held('contact.happened_at'),
    'Location of contact > Coded value': derived('contact.place practice.name practice.code', 'when it was at a practice'),
    'Location of contact > Free text': held('contact.place'),
    'Seen by > Name': held('contact.by_id account.name', 'from who is signed in'),
    'Seen by > Role': held('account.roles account.job_title', 'from who is signed in'),
    'Responsible professional > Name': held(`${worker} account.name`),
    'Responsible professional > Role': held('account.roles account.job_title'),
    'Location type': derived('contact.channel contact.template', 'a home visit, a place in the community, or none'),
    'Contact type': held('contact.template contact.tags'),
    'Consultation method': held('contact.channel'),
    Specialty: derived('contact.by_id', 'social prescribing: the standard names no code for it yet'),
    Service: derived('support.team_id', 'the social prescribing service'),
    'Professionals present > Name': held('contact.present'),
    'Professionals present > Role': held('contact.present', 'in the same line as the name'),
    'Outcome of contact': held('contact.outcome contact.next_step'),
  }),
  ...under('Presenting complaints or issues', {
    'Presenting complaint or issue > Coded value': held('referral.needs', ownCode),
    'Presenting complaint or issue > Free text': held('referral.note', 'the referrer’s words'),
    'Person reported complaints or issues': held(
      'about:concerns.said.words about:concerns.said.by',
      'the person’s words, kept apart from the referrer’s',
    ),
  }),
  'Clinical Summary > Clinical summary': held('closing.outcome closing.did_not_work closing.for_practice closing.what_next'),
  ...under('Signpost details > Signpost details record entry', {
    Date: held('signpost.given_at'),
    ...under('Signpost to', {
      Name: held('signpost.to_name'),
      Role: held('signpost.to_role'),
      Grade: notHeld('Whoever is told about a group or a helpline is not told the grade of those who run it.'),
      Team: held('signpost.to_team'),
      Specialty: derived('signpost.needs', 'what it helps with'),
      'Service > Coded value': notHeld(
        'Information is given about anything that helps, from a leaflet to a walking group. Few of them have a code.',
      ),
      'Service > Free text': held('signpost.given'),
      'Contact details': held('signpost.to_contact'),
    }),
    'Reason for signpost > Coded value': held('signpost.needs', ownCode),
    'Reason for signpost > Free text': held('signpost.note'),
  }),
};

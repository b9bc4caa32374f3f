import { idea } from './idea.ts';

/** Work, learning, languages and the law. */
export const rightsWords = {
  digital: idea('tablet, tablets, phones, video calls, computer, internet, digital', {
    said: `
      ipad, laptop, email, emails, smartphone, mobile, smart phone, facebook, facetime, zoom, whatsapp, wifi, broadband, get online,
      getting online, go online, technology, computers, it skills, not good with computers, using a computer, tech, silver surfers, silver
      surfer, surf the web, computer class, computer classes, computer course, it class, it classes, it course, it support, computing,
      learn computers, learn to use a computer, basic computer, online forms, online banking, nhs app, near me, video consultation, apps,
      app, facetime the grandchildren, speak to grandchildren, see the grandchildren, call my grandchildren, photos on my phone, mobile
      phone, new phone, set up my phone, use my phone, use a phone, touch screen, digital skills, digital inclusion, digitally excluded,
      password, passwords, universal credit journal, scam emails, cyber`,
    needs: ['digital'],
    broad: true,
  }),
  borrowTablet: idea('borrow a tablet, lent', {
    said: `
      no computer, no internet, borrow a laptop, no wifi, no broadband, cant afford a tablet, free tablet, free laptop, device, no device,
      device loan, loan of a tablet, lend a tablet, borrow an ipad, chromebook, connecting scotland, data, no data, sim card, free wifi,
      free data`,
    needs: ['digital'],
  }),
  english: idea('english, conversation', {
    said: `
      esol, speak english, learn english, learning english, english classes, english class, english lessons, doesnt speak english, little
      english, no english, practise english, practice english, improve her english, english lesson, conversation class, improve english,
      better english, speaks no english, does not speak english, doesnt speak much english, not speak english, speak little english, learn
      to speak english, english language, second language, eal, interpreter, language barrier, speaks little`,
    needs: ['language'],
    whoFor: ['refugees', 'new-to-area'],
    broad: true,
  }),
  literacy: idea('reading, writing, numbers', {
    said: `
      read and write, cant read, cannot read, literacy, numeracy, spelling, dyslexia, dyslexic, adult learning, maths, cant write,
      struggles with reading, night class, evening class, cant read or write, cannot read or write, help with reading, help with writing,
      reading help, help to read, never learned to read, learn to read, learning to read, read better, sums, arithmetic, money maths,
      national 5, nat 5, highers, gcse, go back to school, back to education, college course, access course, learning centre, adult
      education`,
    needs: ['work'],
  }),
  work: idea('work, job, employment, first day, certificate', {
    said: `
      jobs, unemployed, out of work, cv, interview, interviews, career, back to work, redundancy, redundant, laid off, training, course,
      courses, skills, apprenticeship, qualification, qualifications, lost his job, lost her job, lost my job, jobcentre, job centre,
      employability, get a job, neet, work experience, find work, finding work, looking for work, looking for a job, find a job, getting a
      job, job search, job hunting, job application, job applications, application form, job interview, return to work, returning to work,
      going back to work, been off work, off work, long term unemployed, never worked, first job, made redundant, got laid off, lost their
      job, lost work, work coach, employment support, supported employment, retrain, retraining, college, training course, access to work,
      volunteering to work, cv writing, write a cv, apprentice, trade, learn a trade`,
    needs: ['work'],
    broad: true,
  }),
  immigration: idea('immigration, settled status', {
    said: `
      visa, asylum, home office, leave to remain, refugee, refugees, deported, deportation, brp, papers, citizenship, asylum seeker,
      asylum seekers, right to stay, right to remain, indefinite leave, ilr, eu settlement, eu settled, pre settled, spouse visa, family
      visa, refugee council, asylum claim, claiming asylum, nrpf, no recourse, no recourse to public funds, passport, biometric, british
      citizenship, naturalisation, undocumented, trafficked, resettlement, afghan, eritrean, iranian`,
    needs: ['legal', 'language'],
    whoFor: ['refugees'],
    broad: true,
  }),
  ukrainian: idea('ukrainian, ukrainians, ukraine', {
    said: 'borscht, war in ukraine, homes for ukraine, kyiv, from ukraine',
    language: 'uk',
    needs: ['language'],
  }),
  polish: idea('polish, polski', {
    said: 'speaks polish, poland, from poland, pole',
    language: 'pl',
    needs: ['language'],
  }),
  arabic: idea('arabic', {
    said: 'syrian, syria, arab, iraqi, sudanese',
    language: 'ar',
    needs: ['language'],
  }),
  farFromHome: idea('far from home, culture', {
    said: `
      foreign, foreigner, migrant, migrants, immigrant, abroad, international, another country, homesick, different cultures, own
      language, other cultures, ethnic minority, bme, minority ethnic, from abroad, from overseas, came from, come from another, foreign
      food, asian, african, chinese, indian, pakistani, romanian, bulgarian, filipino, nigerian`,
    needs: ['language'],
    broad: true,
  }),
  legal: idea('legal, solicitors, rights, law', {
    said: `
      solicitor, lawyer, court, legal advice, legal aid, make a will, sue, discrimination, legal help, law centre, law clinic, free legal,
      rights at work, sheriff court, small claims, will writing, making a will, executors, probate, confirmation, power of attorney legal`,
    needs: ['legal'],
    broad: true,
  }),
  workRights: idea('advice bureau, rights', {
    said: `
      boss, employer, wages, not been paid, has not paid me, not paid, sacked, dismissed, unfair dismissal, off sick, zero hours, minimum
      wage, contract, bullied at work, laid off, unpaid wages, holiday pay, sick pay, ssp, bullying at work, bullied, harassment at work,
      grievance, disciplinary, trade union, union, unfairly dismissed, got the sack, the sack, employment rights, employment law,
      discrimination at work, maternity rights`,
    needs: ['legal', 'work'],
  }),
  consumer: idea('advice bureau, rights', {
    said: `
      refund, wont refund, faulty, scam, scammed, trader, cancel a contract, conned, warranty, consumer, wont give my money back, rip off,
      ripped off, cowboy builder, rogue trader, doorstep seller, bogus, mis sold, missold, complaint, complain about, guarantee, not
      delivered, never arrived, subscription, cold callers, cold calls, phishing, fraud, defrauded, scams`,
    needs: ['legal', 'money'],
  }),
  powers: idea('attorney, guardianship', {
    said: `
      power of attorney, poa, capacity, make decisions for, guardian, decide for her, decide for him, decide for himself, decide for
      herself, cant decide, sign for him, sign for her, signs for him, signs for her, make decisions, cannot decide, lasting power,
      continuing power, welfare attorney, incapacity, lost capacity, adults with incapacity, awi, handle her money, handle his money,
      manage her money, manage his money, manage mums money, manage dads money, deal with the bank for, speak to the bank for, sign for
      mum, sign for dad, legal guardian`,
    needs: ['legal'],
  }),
} as const;

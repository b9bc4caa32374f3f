import { idea } from './idea.ts';

/** The mind, and what it leans on. */
export const mindWords = {
  lowMood: idea('low mood, low, mental health, depression', {
    said: `
      depressed, sad, down, feeling down, unhappy, wellbeing, well being, breakdown, cant cope, cannot cope, not coping, struggling,
      feeling low, hopeless, miserable, tearful, crying, black dog, mental illness, mentally, psychological, bipolar, mood, grey,
      everything feels grey, numb, no joy, samh, mind, burnt out, burnout, exhausted, fed up, no energy, end of my tether, tether, heavy
      heart, dark, at rock bottom, greeting, greetin, keeps greeting, always crying, cries, in tears, wabbit, puggled, forfochen, peely
      wally, dwam, mh, mental well being, emotional support, emotional wellbeing, emotionally, sadness, no interest, lost interest,
      apathy, not himself, not herself, not myself, worthless, useless feeling, low self esteem, self esteem, confidence, lost confidence,
      lost my confidence, lost her confidence, lost his confidence, no confidence, build confidence, winter blues, sad lamp, seasonal,
      ocd, schizophrenia, psychosis, hearing voices, eupd, bpd, personality disorder, mental health group, breakdowns, tatt, tired all the
      time, weary, tholing, thole, stopped going out, stopped seeing people, given up, lost hope, no hope, despair, nothing to look
      forward to, nothing to live for, stuck, post viral, low in mood, feeling hopeless, feels low, feels down, feeling sad, struggling
      mentally, mental, mental health drop in`,
    needs: ['mood'],
    broad: true,
  }),
  worry: idea('worry, worries, anxiety', {
    said: `
      anxious, worried, worrying, panic, panic attacks, panic attack, stress, stressed, stressful, nerves, nervous, gad, overwhelmed,
      agoraphobia, social anxiety, scared, frightened, fear, fears, dread, racing thoughts, butterflies, edge, on edge, mind racing,
      worrier, worries all the time, on my mind, churning, heart racing, panicky, panics, palpitations, phobia, phobias, scared to go out,
      afraid to go out, afraid of crowds, cant relax, cannot relax, relax, relaxation, tense, tension, stress management, health anxiety,
      anxiety management, fretting, fash, fashed, wound up, uptight, exam stress, overthinking, overthink, breathing exercises`,
    needs: ['mood'],
    broad: true,
  }),
  counselling: idea('counselling, counsellor, counsellors, listener, listeners, listen, talk', {
    said: `
      counciling, councelling, counseling, councellor, therapy, therapist, cbt, talking therapy, talking therapies, someone to listen,
      somebody to listen, a listening ear, trauma, ptsd, flashbacks, childhood abuse, psychologist, iapt, counsel, talk it through, talk
      to someone, talk to somebody, mind, samaritans, someone professional, talk about it, talk about things, open up, get it off my
      chest, psychotherapy, psychotherapist, mental health support, camhs waiting list, past trauma, abused as a child, historic abuse,
      someone neutral, talking helps, listening service, listening ears, see someone, speak to someone, speak to somebody, talk to a
      stranger, talk to a professional, person to talk to`,
    needs: ['mood'],
    broad: true,
  }),
  crisis: idea('awake, in danger', {
    said: `
      suicidal, want to die, wants to die, self harm, self harming, cutting, end it all, crisis, samaritans, cant go on, dont want to be
      here, doesnt want to be here, dont want to live, does not want to live, life not worth living, no point going on, suicidal thoughts,
      thinking of suicide, thoughts of suicide, si, overdose, harm myself, hurt myself, hurting herself, hurting himself, cuts herself,
      cuts himself, breathing space, desperate, emergency`,
    needs: ['mood'],
    broad: true,
  }),
  night: idea('night, nights, sleep, awake', {
    said: `
      at night, insomnia, cant sleep, sleepless, 3am, middle of the night, small hours, out of hours, sleeping badly, wide awake, awake at
      night, up all night, wakes at night, cannot sleep, sleeping problems, not sleeping, lies awake, nights are the worst, nights are
      long, early hours, 2am, 4am`,
  }),
  autism: idea('autism, autistic, adhd, neurodivergent', {
    said: `
      asperger, aspergers, asd, asc, add, neurodiverse, neurodiversity, on the spectrum, sensory, waiting for diagnosis, neurodivergence,
      autistic adult, adult autism, autism assessment, autism diagnosis, late diagnosis, adhd assessment, asd adult, dyspraxia, tourettes,
      sensory overload, social skills, spectrum`,
  }),
  learningDisability: idea('learning disabilities, learning disability', {
    said: `
      learning difficulties, learning difficulty, downs syndrome, down syndrome, ld, special needs, additional needs, learning disabled,
      learning needs, asn, additional support needs, sen, mencap, enable, special school, people first, adults with learning disabilities`,
    whoFor: ['disabled'],
  }),
  alcohol: idea('drinking, drink, recovery, alcohol', {
    said: `
      drinks, drinker, alcoholic, alcoholism, aa, sober, sobriety, booze, bevvy, hungover, on the drink, drinks too much, drinking too
      much, stop drinking, detox, off the drink, dry, alcoholics anonymous, turning point, bottle, hangover, wine, vodka, giving up drink,
      etoh, swally, steaming, steamin, stottin, blootered, fou, drinking problem, problem drinking, drink problem, problem with drink,
      heavy drinker, heavy drinking, binge drinking, drinks every day, drinks every night, drinking every day, drinking every night,
      drinking again, relapse, relapsed, cut down drinking, cut down on drink, cutting down, dry out, drying out, rehab for drink, wants
      to stop drinking, got sober, getting sober, stay sober, addaction, alcohol dependent, alcohol dependency, units a week, pub every
      night, always in the pub, smart recovery`,
    needs: ['substances'],
    broad: true,
  }),
  drugs: idea('drugs, recovery', {
    said: `
      drug, heroin, cannabis, cocaine, methadone, valium, addict, addiction, addicted, substance, substances, substance misuse, using,
      smack, street valium, opiates, painkillers, narcotics anonymous, na, using drugs, hash, weed, dope, speed, ketamine, ivdu, needle,
      needle exchange, opioid, suboxone, benzos, diazepam, substance abuse, substance use, drug use, drug problem, drug addict, on drugs,
      taking drugs, prescribed drugs, cocaine anonymous, coming off`,
    needs: ['substances'],
    broad: true,
  }),
  someonesDrinking: idea('families and friends', {
    said: `
      husband drinks, wife drinks, son drinks, dad drinks, mum drinks, husbands drinking, partners drinking, sons drug use, husband is
      drinking, living with an alcoholic, alcoholic husband, someone elses drinking, al anon, son is using, drinking husband, drinking
      wife, partner drinks, partner is an alcoholic, my husband drinks, my wife drinks, my dad drinks, my mum drinks, my son drinks,
      mothers drinking, fathers drinking, wifes drinking, dads drinking, mums drinking, husbands drug, daughters drug, sons addiction,
      daughters addiction, son is an addict, son on drugs, daughter on drugs, daughter is using, brother is using, someone elses drug use,
      family of an alcoholic, families of alcoholics, affected by someone, alanon, living with a drinker, living with an addict`,
    needs: ['substances', 'family'],
  }),
  gambling: idea('bet, betting, gambling, slots, horses, casino', {
    said: `
      gamble, gambles, gambler, bookies, fruit machines, puggies, puggy, scratch cards, scratchcards, roulette, online casino, lost it all
      on, gamblers anonymous, gamcare, bet365, lottery, bets, gamble online, gambling problem, gambling addiction, addicted to gambling,
      betting shop, betting shops, online betting, betting apps, spread betting, poker, blackjack, bingo online, wages on the horses, lost
      everything on`,
    needs: ['substances', 'money'],
  }),
  smoking: idea('smoking, patches, stop smoking, vapes', {
    said: `
      smoke, smokes, smoker, cigarettes, fags, vape, vaping, tobacco, nicotine, quit, quitting, quit smoking, give up smoking, packing it
      in, smoking cessation, stop smoking service, quit fags, packed in smoking, pack in smoking, pack in the fags, stop the fags, twenty
      a day, 20 a day, forty a day, roll ups, rollups, tabs, ciggies, cigs, nicotine patches, vaper, e cigarettes, ecigs, cant stop
      smoking`,
    needs: ['substances'],
    broad: true,
  }),
} as const;

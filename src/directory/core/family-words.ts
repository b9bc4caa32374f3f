import { idea } from './idea.ts';

/** Families, carers, loss, and home that is not safe. */
export const familyWords = {
  children: idea('children, child, toddlers, babies, baby, play, toys', {
    said: `
      kids, bairn, bairns, wean, weans, wee ones, toddler, infant, under fives, under 5s, little ones, three year old, two year old, home
      start, homestart, barnardos, childline, kiddies, pre school, preschool, nursery, primary school, school holidays, summer holidays,
      childcare, child care, behaviour, tantrums, under five`,
    needs: ['family'],
    broad: true,
  }),
  parents: idea('parents, parent, mothers, families', {
    said: `
      single mum, single mother, single dad, single parent, lone parent, young mum, mums, dads, father, fathers, family, home start,
      homestart, relate, mums and dads, single parents, lone mum, lone parents, parenting, parenting help, family support, health visitor,
      new dad, new dads, young dads, dads group, young mums, mother of three, mother of two, three kids, two kids, struggling mum,
      struggling parent, young family, dad group, mum group, mums group`,
    needs: ['family'],
    whoFor: ['parents'],
    broad: true,
  }),
  postnatal: idea('mothers, first year', {
    said: 'postnatal depression, post natal depression, baby blues, pnd, depressed since the baby, since the baby',
    needs: ['mood', 'family'],
    whoFor: ['parents'],
    broad: true,
  }),
  perinatal: idea('mothers, baby, babies, midwife, new parents, prams, buggy, crèche', {
    said: `
      postnatal, post natal, perinatal, new mum, new mums, new mother, new baby, newborn, just had a baby, had a baby, pregnant,
      pregnancy, expecting, breastfeeding, maternity, first baby, depressed since the baby, since the baby, expectant, bump, antenatal,
      mums to be, feeding, weaning, sleepless baby, baby group, mum and baby, mums and babies, first time mum, first time mother, six
      month old, months old, cot death`,
    needs: ['family'],
    whoFor: ['parents'],
    broad: true,
  }),
  babyThings: idea('nappies, prams, cots, baby bank, baby clothes', {
    said: `
      pram, cot, nappy, formula, baby stuff, baby things, school uniform, childrens clothes, buggy, baby food, car seat, high chair, moses
      basket, school shoes, winter coats, clothes for the kids, kids clothes`,
    needs: ['family', 'money'],
  }),
  playgroup: idea('stay and play, toddlers, toys', {
    said: `
      playgroup, play group, toddler group, mother and toddler, mums and tots, parent and toddler, baby group, soft play, messy play,
      rhyme time, bookbug, tots, toddlers group, play cafe`,
    needs: ['family'],
    whoFor: ['parents'],
  }),
  kinship: idea('kinship, grandparents, grandchildren', {
    said: `
      bringing up grandchildren, bringing up my grandson, bringing up my granddaughter, raising grandchildren, raising grandkids,
      grandkids, grandson, granddaughter, special guardianship, kinship carer, raising my grandson, raising my granddaughter, raising his
      grandchildren, bringing up my, bringing up her grandson, looking after grandchildren, looking after grandkids, looks after
      grandchildren, social work gave me, foster, fostering, foster carer, residence order`,
    needs: ['family', 'caring'],
  }),
  mediation: idea('mediation, mediator', {
    said: `
      divorce, divorcing, separation, separated, separating, split up, splitting up, break up, custody, contact with children, see my
      children, seeing his kids, see his kids, arguing, arguments, argue, falling out, fallen out, conflict, dispute, ex wife, ex husband,
      ex partner, not speaking, seeing the kids, see the kids, access to my children, fence, boundary, fell out, fell out with the
      neighbours, noisy neighbours, noisy neighbour, neighbours dispute, relate, court about the children, cannot agree, not talking,
      husband left, wife left, left me for, custody battle, contact order, contact centre, marriage trouble, marriage guidance,
      relationship counselling, couples counselling, relationship breakdown, family breakdown, family arguments, rowing, shouting,
      neighbour dispute, neighbours arguing, feud, dispute with neighbour, estranged, estrangement, falling out with family, row with`,
    needs: ['family'],
    broad: true,
  }),
  carers: idea('carer, carers, caring, looks after, look after, cared for', {
    said: `
      looking after, cares for, caring for, unpaid carer, looking after my wife, looking after my husband, carer stress, burnt out,
      exhausted looking after, cared, crossroads, exhausted, disabled child, disabled son, disabled daughter, disabled wife, disabled
      husband, care for my, cares for his, cares for her, i care for, main carer, sole carer, full time carer, carer support, carers
      support, carers group, carer breakdown, carer strain, carer fatigue, sandwich carer, looking after mum, looking after dad, looking
      after my mum, looking after my dad, looking after my partner, looking after my son, looking after my mother, looking after my
      father, look after my wife, look after my husband, look after my mum, cannot cope with caring, caring role, needs looked after,
      doing everything for, carers allowance, carer allowance, carers credit`,
    needs: ['caring'],
    whoFor: ['carers'],
    broad: true,
  }),
  respite: idea('sitter, a break, afternoon off, respite', {
    said: `
      sitting service, day off, time off, a rest, some time to myself, time for myself, break from caring, needs a break, need a break,
      few hours, time to herself, time to himself, cant leave him, cant leave her, day care, day centre, come and be with her, come and be
      with him, be with her for an afternoon, so tired, worn out, no break, somebody to sit with, someone to sit with him, someone to sit
      with her, short break, breaks for carers, break for carers, holiday for carers, night off, sitting, sit with my husband, sit with my
      wife, sit with my mum, sit with mum, cant be left, cannot be left, cannot leave him, cannot leave her, cannot be left alone,
      afternoon to myself, few hours off, hours to myself, let me out for`,
    needs: ['caring'],
    whoFor: ['carers'],
    broad: true,
  }),
  youngCarers: idea('young carers', {
    said: `
      young carer, child carer, cares for her mum, cares for his mum, helps at home, looks after her mum, looks after his mum, does
      everything for me, daughter does everything, son does everything, looks after mum, looks after his dad, looks after her dad, helping
      mum, caring for mum, caring for a parent, teenage carer, misses school to look after`,
    needs: ['caring'],
    whoFor: ['young', 'carers'],
  }),
  dementia: idea('dementia, memory', {
    said: `
      alzheimers, alzheimer, memory loss, memory problems, losing her memory, losing his memory, forgetful, forgetting, forgetting things,
      confused, confusion, vascular dementia, early onset, mci, cognitive impairment, mild cognitive impairment, wandering, wanders,
      repeats herself, repeats himself, lewy body, alzheimer scotland, dementit, vascular, memory clinic, memory group, dementia friendly,
      loses things, losing things, lost her memory, lost his memory, getting lost, gets lost, keeps forgetting, muddled, doesnt recognise,
      wandering at night, leaves the gas on, leaves the cooker on`,
    needs: ['caring'],
    broad: true,
  }),
  bereaved: idea('bereaved, bereavement, grief, grieving, lost, died, death, widow', {
    said: `
      lost my husband, lost my wife, lost her husband, lost his wife, lost my mum, lost my dad, lost a child, lost her son, lost his
      partner, passed away, passed on, widower, widowed, loss, mourning, funeral, dead, mourn, since his wife died, since her husband
      died, recently lost, cruse, sands, winstons wish, miss him, miss her, misses his wife, misses her husband, stillbirth, miscarriage,
      lost the baby, since she died, since he died, after he died, after she died, my wife died, my husband died, his wife died, her
      husband died, lost a loved one, lost a baby, lost his mum, lost her mum, lost his dad, lost her dad, lost my son, lost my daughter,
      lost my partner, lost her partner, lost my brother, lost my sister, lost my best friend, funeral costs, since the funeral,
      anniversary of, missing him, missing her, bereavement support, bereavement counselling, bereavement group, widowhood, widows, a
      widow, on the death of, cant get over, not getting over`,
    needs: ['bereavement'],
    broad: true,
  }),
  suicideLoss: idea('suicide', {
    said: `
      took his own life, took her own life, killed himself, killed herself, ended his life, bereaved by suicide, suicide loss, brother
      killed himself, son took his own life, son killed himself, husband killed himself, lost someone to suicide, lost to suicide, hanged
      himself, sobs, survivors of bereavement`,
    needs: ['bereavement'],
  }),
  domesticAbuse: idea('safe house, hurt at home, refuge, domestic abuse', {
    said: `
      hits me, hits her, hit me, hitting, violent, violence, abuse, abusive, abused, abuser, domestic violence, dv, scared of my husband,
      scared of her husband, scared of my partner, frightened of, afraid of her husband, afraid of my partner, controlling, coercive,
      coercive control, unsafe, unsafe at home, battered, partner hits, stalking, gaslighting, womens aid, financial control, controls her
      money, wont let her, frightened of my, scared of my, scared of him, afraid of him, walking on eggshells, checks my phone, tracks my
      phone, throws things, threatens, threatened, boyfriend, rape crisis, abusive relationship, abusive partner, abusive husband, husband
      hits, beaten, beats, beat me, beats her, hurts me, hurts her, hurting me, hurting her, hurt by his wife, slaps, pushes, strangled,
      choked, threatening, threatens her, scared to go home, scared at home, afraid to go home, not safe at home, feels unsafe, toxic
      relationship, emotional abuse, emotionally abusive, financial abuse, mental cruelty, jealous partner, possessive, isolates her,
      controls the money, locks me in, wont let me out, wont let me see, he takes my money, fear of partner, ex partner turns up, stalker,
      stalked, raped, rape, sexual assault, sexual abuse, assaulted, harassed, honour based, forced marriage, safe place, safe place to
      stay, need to leave him, leave him, leaving him, escape`,
    needs: ['domestic-abuse'],
    broad: true,
  }),
} as const;

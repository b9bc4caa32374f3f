import { idea } from './idea.ts';

/** The body, in plain words and in those of clinics. */
export const healthWords = {
  disability: idea('disabled, wheelchair, disability', {
    said: `
      disabilities, mobility, mobility problems, poor mobility, walking frame, zimmer, cant walk far, cannot walk far, crutches, walks
      with a stick, disabled people, physically disabled, physical disability, wheelchair user, wheelchair users, in a wheelchair, uses a
      wheelchair, uses a stick, uses a frame, walks with a frame, rollator, amputee, cerebral palsy, ms, spinal injury, paralysed,
      hirpling, hirple`,
    whoFor: ['disabled'],
    accessibility: ['step-free'],
  }),
  sight: idea('read print, talking newspaper, large print, audio, read aloud', {
    said: `
      blind, sight loss, sight, losing his sight, losing her sight, visually impaired, visual impairment, partially sighted, macular,
      macular degeneration, glaucoma, cant see, cannot see, eyesight, poor eyesight, vision, registered blind, rnib, cannot read print,
      read the paper, cant read the paper, cataracts, blindness, low vision, losing my sight, losing my eyesight, sight going, eyes going,
      eyes are bad, bad eyesight, cannot see to read, cant see to read, cant see the print, partially blind, audio books, audiobooks,
      talking books, magnifier, braille`,
    whoFor: ['disabled'],
  }),
  deaf: idea('deaf, sign language, signing', {
    said: `
      hearing loss, hard of hearing, hearing, hearing aid, hearing aids, hearing impaired, bsl, lip reading, lipreading, tinnitus, deif,
      deafness, profoundly deaf, deaf person, deaf people, deafened, lost his hearing, lost her hearing, going deaf, cant hear, cannot
      hear, cochlear, learn to sign, sign`,
    accessibility: ['sign-language', 'hearing-loop'],
  }),
  parkinsons: idea('balance, falling, chair, strong', {
    said: 'parkinsons, parkinson, parkinsons disease, tremor, shaking, multiple sclerosis, ms',
    needs: ['condition', 'activity'],
  }),
  epilepsy: idea('epilepsy', {
    said: 'fits, seizure, seizures, epileptic',
    needs: ['condition'],
  }),
  longCovid: idea('breathing, pacing, breathless, after illness, gentle', {
    said: 'long covid, post viral, chronic fatigue, cfs, me cfs',
    needs: ['condition'],
  }),
  condition: idea('condition, illness, ill, peer group', {
    said: `
      long term condition, long term illness, ltc, self management, chronic, chronic illness, fatigue, kidney, crohns, colitis, ibs,
      lupus, diagnosis, diagnosed, expert patient, living with illness, living well, lives with, multimorbidity, ckd, kidney disease,
      thyroid, coeliacs, rheumatic, migraine, migraines, menopause, endometriosis, skin condition, incontinence, bladder, continence, hiv,
      hepatitis, sickle cell, wellbeing with illness, newly diagnosed, just been diagnosed, self manage, managing my condition`,
    needs: ['condition'],
    broad: true,
  }),
  stroke: idea('stroke, speech', {
    said: `
      tia, aphasia, had a stroke, stroke survivor, lost his speech, lost her speech, cva, mini stroke, since his stroke, since her stroke,
      after a stroke, brain injury, head injury, cant find the words, speech therapy, slurred`,
    needs: ['condition'],
  }),
  diabetes: idea('diabetes, dietitian', {
    said: `
      diabetic, type 2, borderline sugar, borderline diabetic, t2dm, type two, blood sugar, hba1c, sugars, prediabetes, pre diabetic,
      insulin, type 1, diabetics, t1dm, diabetes education, desmond, insulin resistance, pre diabetes, igt, blood sugars, high sugar,
      metformin, sugar diabetes`,
    needs: ['condition'],
  }),
  breathing: idea('copd, asthma, lungs, lung, breathing, oxygen', {
    said: `
      breathless, breathlessness, out of breath, short of breath, emphysema, bronchitis, bronchiectasis, respiratory, pulmonary, pulmonary
      rehab, puffed, wheezy, fibrosis, inhaler, peching, pechin, out of puff, puff, stairs, get breathless, gets breathless, chest, sob,
      sobe, sobie, copd patient, lung disease, pulmonary fibrosis, bad chest, chesty, asthmatic, inhalers, home oxygen, on oxygen, winded,
      gasping, peched, pechs, puffing, pneumoconiosis, sleep apnoea`,
    needs: ['condition'],
  }),
  heart: idea('heart, rehabilitation', {
    said: `
      heart attack, cardiac, angina, heart failure, blood pressure, high blood pressure, hypertension, rehab, cardiac rehab, stent,
      bypass, mi, atrial fibrillation, cholesterol, chest heart stroke, chss, ihd, chd, htn, bp, high bp, chf, heart disease, cardiac
      event, after a heart attack, had a heart attack, bypass surgery, valve, pacemaker, af, phase 4, phase four, phase iv, cardio`,
    needs: ['condition', 'activity'],
  }),
  cancer: idea('cancer', {
    said: `
      chemo, chemotherapy, radiotherapy, tumour, oncology, macmillan, maggies, wig, wigs, prostate, breast cancer, palliative, terminal,
      lymphoma, my hair is coming out, hair loss, hair, chemo treatment, after cancer, cancer support, remission, breast, bowel cancer,
      lung cancer, prostate cancer, leukaemia, melanoma, mastectomy, living with cancer, cancer diagnosis, oncologist, hospice, end of
      life, dying, palliative care`,
    needs: ['condition'],
  }),
  pain: idea('pain, flare ups', {
    said: `
      painful, chronic pain, fibromyalgia, fibro, arthritis, arthritic, back pain, bad back, sore, sciatica, joints, rheumatoid,
      osteoarthritis, aches, sore back, sore hip, sore knees, sair, sair back, sair heid, sair joints, sair knees, oa, ra, msk, sore
      joints, sore neck, sore shoulder, sore hands, constant pain, pain management, pain clinic, persistent pain, long term pain,
      neuropathy, nerve pain, bad knees, bad hips, bad hip, knackered back, slipped disc, gabapentin, opioids, codeine, stiff, stiffness,
      stiff joints, ankylosing`,
    needs: ['condition'],
  }),
  falls: idea('falling, fall, balance, strong bones, steady', {
    said: `
      falls, fallen, fell, keeps falling, had a fall, unsteady, frail, frailty, wobbly, strength, osteoporosis, hip fracture, broken hip,
      fractured, tripping, shoogly, strength and balance, afraid of falling, scared of falling, on my feet, on her feet, on his feet, went
      over, tumble, tumbled, fell over, fell in, legs, trip, nof, neck of femur, fractured hip, dizzy, dizziness, giddy, shaky on her
      feet, shaky on his feet, shaky, unsteady on her feet, unsteady on his feet, unsteady on my feet, lost my balance, loses her balance,
      loses his balance, poor balance, balance class, strength and balance class, otago, falls class, fall risk, falls risk, fear of
      falling, slipped, slip, scared of stairs, brittle bones, muscle weakness, weak legs, getting weaker, prehab, prehabilitation,
      deconditioned`,
    needs: ['activity', 'condition'],
    broad: true,
  }),
  chair: idea('chair, seated, chair class, chair exercise', {
    said: `
      chair exercises, seated exercise, sitting down, chair based, armchair, from his chair, from her chair, from my chair, cant stand,
      sitting exercise, sitting exercises, chairobics, chair yoga, chair aerobics, exercise sitting down, exercises sitting down, cant
      stand for long, cannot stand`,
  }),
  weight: idea('lighter, dietitian, weight, eating', {
    said: `
      overweight, obese, obesity, bmi, lose weight, losing weight, weight loss, weight management, diet, dieting, slimming, healthy
      eating, too heavy, put on weight, nutrition, slimming world, weight watchers, wt, weight mgmt, weight loss group, lose some weight,
      losing some weight, lose a few stone, few stone, stone overweight, too big, fat, portion, portions, junk food, eat better, eating
      better, eat healthier, healthier, comfort eating, binge, bariatric, dietician, dietary advice`,
    needs: ['condition', 'food', 'activity'],
  }),
  allergy: idea('allergy, allergies, coeliac', {
    said: `
      gluten, gluten free, nut allergy, peanut, intolerance, dairy free, lactose, anaphylaxis, celiac, epipen, allergic, wheat, nuts,
      lactose intolerant, food allergy, food allergies, dairy, crohns diet, eczema`,
    needs: ['condition'],
  }),
  exercise: idea('exercise, gym, fitness, circuits, active', {
    said: `
      exercise class, exercises, exercising, fit, keep fit, get fit, fitter, activity, activities, physical activity, move more, get
      moving, workout, exercise referral, keep active, stay active, physically active, strengthening, sport, sports, keep moving, get
      active, getting active, being active, more active, getting fit, get fitter, get in shape, out of shape, sedentary, sitting all day,
      gyms, leisure centre, leisure card, personal trainer, aerobics, cardio, training class, badminton, football, walking football,
      rugby, tennis, running, couch to 5k, jogging, cycling, bike rides, sports club, physio, physiotherapy, strengthening exercises,
      stretching, exercise on prescription, exercise referral scheme`,
    needs: ['activity'],
    broad: true,
  }),
  walking: idea('walk, walks, walking, wander, loop, level one', {
    said: `
      walking group, stroll, strolling, ramble, rambling, ramblers, hike, hiking, health walk, health walks, walkers, dander, short walk,
      gentle walk, gentle walks, easy walk, short walks, slow walk, walk group, walking groups, nordic walking, someone to walk with,
      walking buddy, go for a walk, go walking, walking for health, hillwalking, hill walking, hill walks, munros, hikes, hikers, guided
      walk, guided walks, stravaig, daunder`,
    needs: ['activity'],
    broad: true,
  }),
  swimming: idea('swimming, swim, pool, dip, water', {
    said: `
      swimmer, cold water, wild swimming, sea swimming, open water, aqua, aquafit, swims, dook, swimming lessons, learn to swim, swimming
      pool, aqua aerobics, hydrotherapy, wild swim, cold water swimming, paddle, sea dipping, loch swimming, water therapy`,
  }),
  movement: idea('tai chi, balance, yoga, dance, dancing, disco', {
    said: `
      pilates, ceilidh, stretching, qigong, zumba, line dancing, keep fit to music, barre, salsa, scottish country dancing, country
      dancing, tea dance, ballroom, line dance, dance class, dance group, martial arts, chair yoga`,
    needs: ['activity'],
  }),
  gentle: idea('gentle, slow, own pace, slowest, flat', {
    said: `
      gentle walk, gentle walks, easy walk, short walk, short walks, slow walk, tire easily, tires easily, easy, not too far, not too
      hard, not fit, slowly, unfit, beginner, beginners, at my own pace`,
  }),
} as const;

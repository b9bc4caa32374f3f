import { idea } from './idea.ts';

/** A home, and getting about from it. */
export const homeWords = {
  housing: idea('housing, tenancy, rent, repairs, neighbours, advice bureau', {
    said: `
      landlord, tenant, eviction, evicted, accommodation, council house, housing association, house is damp, mould, mouldy, new house,
      flat, overcrowded, housing list, notice to quit, rent arrears, shelter, hoose, flit, eviction notice, facing eviction, being
      evicted, section 21, notice from landlord, private rent, renting, lease, housing officer, housing problem, housing problems, housing
      advice, council tenant, council wont fix, repairs not done, landlord wont repair, landlord wont fix, antisocial behaviour, anti
      social behaviour, noisy neighbours, rehoused, rehousing, housing application, housing transfer, bidding, downsizing, sheltered
      housing, sheltered, first flat, first tenancy, new tenancy, struggling to keep the house, keep my home, lose my home, losing my
      home, lose her home, lose his home, lose our home, going to lose`,
    needs: ['housing'],
    broad: true,
  }),
  homeless: idea('homeless, somewhere to stay, lost their home, bed for the night, spare room, nowhere to sleep', {
    said: `
      homelessness, roofless, sofa surfing, sofa, rough sleeping, sleeping rough, nowhere to live, nowhere to stay, nowhere to go, thrown
      out, kicked out, sleeping in his car, in a tent, place to stay, put out of the house, put out, homeless person, no fixed abode, nfa,
      on the streets, on the street, sofa surfer, couch surfing, sleeping on a sofa, sleeping on sofas, sleeping on a friends, sleeping in
      a car, sleeping in the car, living in his car, living in a van, in the car, hostel, b and b, temporary accommodation, emergency
      accommodation, emergency housing, crash, bed tonight, bed for tonight, roof over, no roof, nowhere tonight, somewhere to sleep,
      somewhere to live, nowhere safe to stay, asked to leave, told to leave home, chucked out, flung out, put out by, parents threw him
      out, threw him out, threw her out, threw me out`,
    needs: ['housing'],
    broad: true,
  }),
  hoarding: idea('filled the house, skips', {
    said: `
      hoard, hoarding, hoarder, clutter, cluttered, decluttering, declutter, tidy, cannot move for stuff, too much stuff, full of stuff,
      house is full, cant get in the door for stuff, in the door for stuff, for stuff, piles of, boxes everywhere, hoards, stour, clarty,
      midden, redd up, guddle, mess, house is a mess, state of the house, squalor, boxes, newspapers, cant throw anything away, cannot
      throw anything away, wont throw, too many things, too many possessions, cant find the floor, cannot get into, clear the house, house
      clearance, clearing the house, sort out the house, sorting out the house, sort the house, organise the house, rubbish`,
    needs: ['housing', 'mood'],
  }),
  furniture: idea('furniture, beds, tables, cooker', {
    said: `
      bed, sofa, washing machine, fridge, white goods, carpets, carpet, starter pack, furnish, furnishing, empty flat, wardrobe, mattress,
      couch, settee, chairs, table, cot bed, single bed, double bed, sleeping on the floor, no bed, no furniture, nothing in the flat,
      unfurnished, curtains, bedding, duvet, pots and pans, kitchen things, microwave, oven, kettle, second hand furniture, cheap
      furniture, used furniture, free furniture, moving into, new tenancy with nothing, starter packs`,
    needs: ['housing'],
  }),
  rails: idea('grab rails, ramps, rails, handyman', {
    said: `
      grab rail, rail, ramp, stairlift, adaptations, adaptation, bath seat, handrail, handrails, joiner, steps at the door, make the house
      safe, make home safer, handles, banister, stair rail, bannister, toilet seat, raised toilet seat, walk in shower, bath board, cant
      get in the bath, cant get into the bath, get in the bath, get out of the bath, cant manage the stairs, cannot manage the stairs,
      front step, front steps, steps outside, occupational therapist, ot, ot assessment, wet room, key safe, ramp for wheelchair, safer at
      home, home adaptation, home safety, care and repair`,
    needs: ['housing'],
  }),
  smallJobs: idea('small jobs, errands, light bulb, snow, neighbour', {
    said: `
      odd jobs, diy, handy man, change a bulb, little jobs, jobs round the house, jobs around the house, cut the grass, collect
      prescription, pick up prescription, prescriptions, errand, good neighbour, handyperson, wee jobs, garden maintenance, grass cut,
      cutting grass, hedge, gutters, curtains hung, change a light bulb, light bulbs, battery, smoke alarm, put up a shelf, shelves, move
      furniture, bins, put the bins out, bins out, clear snow, snow cleared, collect my prescription, pick up my prescription,
      prescription collected, pick up medicine, chemist, post a letter, feed the cat, someone to pop to the shop`,
    needs: ['other'],
  }),
  lifts: idea('lifts, driver, drivers, minibus, bus, transport, fetched', {
    said: `
      lift, a lift, taxi, drive, drives, car, travel, travelling, cant drive, doesnt drive, no car, no bus, no buses, cant get there, get
      there, getting there, gave up driving, stopped driving, get to, dial a ride, community transport, patient transport, licence, lost
      my licence, driving licence, banned from driving, car broke down, sold the car, lift to, lifts to, a lift to, run to, transport to,
      transport home, travel to, how to get to, no way to get, no way of getting, cant get to, cannot get to, unable to drive, not allowed
      to drive, lost his licence, lost her licence, no licence, given up driving, gave up the car, no longer drives, cannot drive, does
      not drive, no public transport, no transport, bus stopped, bus was cut, bus service cut, bus pass, buses, last bus, rural transport,
      dial a bus, volunteer driver, volunteer drivers, ring a lift, car scheme, voluntary car, wheelchair taxi, accessible transport,
      accessible minibus, tail lift, stranded`,
    needs: ['transport'],
    broad: true,
  }),
  hospitalTrips: idea('hospital, outpatients, appointments, clinic', {
    said: `
      hospital appointment, hospital appointments, get to hospital, hospital transport, outpatient, infirmary, hospital visit, gp
      appointment, hospital visits, visiting hospital, visit him in hospital, visit her in hospital, hospital run, clinic appointment,
      clinic appointments, dialysis, radiotherapy appointments, treatment in, eye clinic, outpatients clinic, surgery appointment, get to
      the doctor, get to the gp, get to the surgery, to the dentist, get to the dentist, appointment, patient transport service`,
    needs: ['transport'],
  }),
  shopping: idea('shops, shopping, groceries', {
    said: `
      supermarket, messages, get the messages, do my shopping, weekly shop, tesco, shop, get the shopping, do the shopping, go shopping,
      shopping trip, shopping trips, big shop, to the shops, get to the shops, into town, supermarkets, aldi, lidl, asda`,
    needs: ['transport'],
  }),
  homeFromHospital: idea('hospital bed, home from hospital, prescription, ill', {
    said: `
      discharged, discharge, hospital discharge, coming out of hospital, coming home from hospital, out of hospital, after an operation,
      after surgery, operation, recovering from surgery, just home, hip replacement, knee replacement, discharged from hospital, home from
      the hospital, being discharged, just home from hospital, just out of hospital, back from hospital, after hospital, after discharge,
      following discharge, convalescing, convalescence, post op, post operative, after her operation, after his operation, after my
      operation, hip operation, knee operation, recovering at home, settle at home`,
    needs: ['condition'],
  }),
} as const;

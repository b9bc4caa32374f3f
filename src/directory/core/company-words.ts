import { idea } from './idea.ts';

/** Company, and who it is for. */
export const companyWords = {
  lonely: idea('lonely, loneliness, alone, isolated, isolation, company, companionship, friends, friendship', {
    said: `
      on my own, on her own, on his own, on their own, by herself, by himself, nobody to talk to, no one to talk to, noone to talk to,
      someone to talk to, somebody to talk to, sees nobody, sees no one, see nobody, doesnt see anyone, doesnt see anybody, no visitors,
      no friends, never goes out, get out of the house, getting out of the house, out the house, make friends, making friends, meet
      people, meeting people, meet others, meet new people, new friends, social, socialise, socialising, social group, friendly, misses
      company, lives alone, living alone, live alone, sociable, lonesome, cut off, meet folk, somewhere to go, someone to be with,
      somebody to be with, folk to talk to, nae pals, pals, mates, no mates, on my tod, shy, nobody visits, no one visits, nobody comes,
      no one comes, no family, no family nearby, family far away, family live away, empty nest, children have left home, kids have left
      home, stuck on my own, on his lonesome, frequent attender, no social life, no company, needs company, wants company, bit of company,
      someone for company, social isolation, social contact, social circle, widened social circle, feeling left out, left out, withdrawn,
      keeps to himself, keeps to herself, does not mix, doesnt mix, not mixing, hermit, recluse, lost touch, get to know people, get to
      know folk, new to being alone, first time alone, on my own now, on her own now, on his own now, nobody nearby, nobody near, nobody
      around, no neighbours, my friends have died, friends have died, all my friends, outlived`,
    needs: ['loneliness'],
    broad: true,
  }),
  befriending: idea('befriending, befriender, befriend, volunteer visits', {
    said: `
      buddy, someone to visit, somebody to visit, someone to pop in, pop in, popping in, someone to sit with, weekly visit, regular
      visitor, visitor, keep him company, keep her company, keep me company, age uk, age concern, royal voluntary service, rvs, wrvs,
      telephone friend, phone friend, pen pal, visiting volunteer, good company, contact the elderly, silver line, silverline, call in
      time`,
    needs: ['loneliness'],
    broad: true,
  }),
  talking: idea('blether, chat, natter, conversation', {
    said: `
      have a chat, a wee blether, crack, yarn, a good talk, someone to chat to, folk to chat to, a wee chat, a yarn, haver`,
    needs: ['loneliness'],
  }),
  housebound: idea('housebound, cannot get out', {
    said: `
      cant get out, cannot leave the house, cant leave the house, stuck at home, stuck in the house, bedbound, rarely leaves, doesnt leave
      the house, wont leave the house, cant go out, cannot get out of the house, cant manage out, canny get out, doesnt go out, does not
      go out, rarely goes out, hardly goes out, never leaves the house, not able to get out, in her bed, in his bed, bed bound, confined
      to the house, will not leave the house, unable to leave, cannot travel, cant travel, unable to travel, too far to travel`,
    needs: ['loneliness'],
    attendance: ['home-visit', 'phone', 'online'],
    broad: true,
  }),
  homeVisit: idea('home visit', {
    said: `
      visits at home, visit at home, visit her at home, visit him at home, come to the house, comes to the house, come to me, at home, to
      the door, to my door, to the house, in their own home, in her own home, in his own home, in my own home, house call, home visits,
      visits to the house, someone to come in, somebody to come in, come out to me, come out to her, come out to him, visit me at home,
      home help`,
    attendance: ['home-visit'],
  }),
  byPhone: idea('telephone, phone call, by phone, helpline, somebody to ring, rings you, we ring', {
    said: `
      over the phone, on the phone, someone to ring, ring me, phone line, hotline, phone me, phones, a number to call, someone to call,
      call someone, weekly call, telephone support, telephone befriending, phone support, phone befriending, telephone calls, number to
      ring, ring someone`,
    attendance: ['phone'],
  }),
  online: idea('online, video, zoom, on a screen', {
    said: `
      virtual, teams, remote, from home, over the internet, webinar, video call, on the computer, skype, internet group, online group,
      online groups, virtual group, over zoom`,
    attendance: ['online'],
  }),
  lunch: idea('lunch, soup, dinner, meal, supper, breakfast', {
    said: `
      lunch club, eat with others, eating together, community meal, hot meal, someone to eat with, eats alone, cup of soup, a bite,
      somewhere to eat, lunches, dinners, meals, soup kitchen, soup lunch, someone to have lunch with, eating on my own, eats on her own,
      eats on his own, scran, tea dance, brunch, fry up, cooked breakfast, cooked lunch, bowl of soup, sunday lunch, christmas dinner,
      christmas lunch, a hot meal, home cooked, home cooking`,
    needs: ['food', 'loneliness'],
  }),
  cafe: idea('cafe, coffee, tea, cuppa', {
    said: `
      coffee morning, cup of tea, coffee shop, tea and cake, coffee and chat, coffee mornings, tea room, drop in cafe, tea and a chat,
      cake`,
  }),
  newHere: idea('come to live here, new to the area', {
    said: `
      just moved, recently moved, moved here, new here, incomer, dont know anyone, doesnt know anyone, know nobody, knows nobody, know
      anyone, moved up from, moved up, moved from, moved down, newcomer, newcomers, flitted, flitting, just flitted, new to town, new in
      town, new to the village, settling in, settle in, relocated, moved to the area, moved to the town, moved house, moved here to be
      near, doesnt know a soul, dont know a soul`,
    needs: ['loneliness'],
    whoFor: ['new-to-area'],
  }),
  faith: idea('faith, church, kirk, mosque, interfaith, prayer, halal, muslim', {
    said: `
      religious, religion, christian, islam, spiritual, minister, vicar, priest, quaker, quakers, imam, ramadan, eid, bible, jewish,
      hindu, sikh, buddhist, chapel, worship, meditation, mindfulness`,
    needs: ['language'],
  }),
  farming: idea('farm, farmer, farming, farmers, livestock, stock', {
    said: `
      crofter, croft, crofting, agricultural, lambing, farm worker, shepherd, farms, dairy farmer, sheep, sheep farmer, cattle, rsabi,
      tenant farmer, hill farmer, young farmers, rural worker, landworker, gamekeeper`,
  }),
  veterans: idea('veteran, veterans, served, armed forces', {
    said: `
      army, navy, raf, forces, ex forces, ex army, soldier, military, ex military, regiment, ex service, ex serviceman, left the army,
      legion, british legion, poppy, combat stress, ssafa, falklands, afghanistan, served in iraq, served in the army, was in the army,
      was in the navy, ex navy, ex raf, help for heroes, poppyscotland, poppy scotland, armed services, ex servicewoman, national service,
      discharged from the army`,
    whoFor: ['veterans'],
  }),
  lgbt: idea('lgbt, rainbow, trans, non binary, gay, lesbian', {
    said: `
      lgbtq, lgbtqi, bisexual, transgender, queer, pride, coming out, came out, same sex, gender identity, gender, transitioning,
      nonbinary, came out as, pronouns, gender questioning, homosexual, gay man, gay men`,
    whoFor: ['lgbt'],
  }),
  men: idea('men, mens, man', {
    said: `
      male, gentlemen, blokes, fellas, lads, guys, older man, older men, gents, bloke, chap, chaps, older gentleman, widowers, laddies,
      males, him and other men, other men, mens group, mens groups, mens health`,
    whoFor: ['men'],
  }),
  women: idea('women, womens, woman', {
    said: `
      female, ladies, girls, older woman, older women, womens aid, womens group, womens groups, females, wifies, lassies, lassie, other
      women, older lady`,
    whoFor: ['women'],
  }),
  older: idea('older, over sixty, over seventy, pensioners', {
    said: `
      elderly, old, pensioner, senior, seniors, over 60, over 65, over 70, over 75, over 80, aged, granny, grannie, grandad, grandpa,
      nana, old age, oap, 60s, 70s, 80s, 90s, auld, auld yin, auld yins, elder, elders, over 50, over 50s, over 55, over 60s, over 65s,
      over 70s, over 75s, octogenarian, ageing, aging, later life, third age, golden age, wrinklies, great grandmother`,
    whoFor: ['older'],
  }),
  young: idea('young, youth, teenagers, school', {
    said: `
      teenager, teenage, teen, teens, adolescent, young person, young people, young adult, young man, young woman, student, pupil, sixth
      form, schoolboy, schoolgirl, youngster, college, uni, university, gen z, young ones, lad, pupils, high school, secondary school,
      school leaver, school pupil, camhs, youngsters, youth club, youth group, youth work, youth worker, under 18, under 25, sixteen,
      seventeen, eighteen`,
    whoFor: ['young'],
  }),
} as const;

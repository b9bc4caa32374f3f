import { idea } from './idea.ts';

/** Things to do. */
export const doingWords = {
  choir: idea('choir, sing, singing, songs, voices, choral', {
    said: 'singers, community choir, singing group, sings, karaoke, carol, gospel, hymns',
  }),
  music: idea('music, instrument, ukulele, band, concert, songs', {
    said: `
      musical, guitar, play an instrument, jam session, piano, fiddle, accordion, drumming, folk music, session music, listen to music`,
  }),
  art: idea('art, paint, painting, drawing, draw, clay, pottery, print, creative, crafts, craft', {
    said: `
      arts and crafts, creative things, watercolour, artist, arty, sculpture, being creative, sketching, sketch, ceramics, drawing class,
      art group, art therapy, photography, camera, drama, theatre, acting`,
  }),
  knitting: idea('knit, knitting, crochet, wool, sewing, sew, quilt, quilting, needles, stitch', {
    said: `
      needlework, knitters, embroidery, textiles, dressmaking, craft, crafts, arts and crafts, knitting group, sewing group, patchwork,
      tapestry, spinning, weaving, mending clothes`,
  }),
  reading: idea('book, books, read aloud, reading group, stories, library, novels, readers', {
    said: `
      book group, book club, reading books, love of reading, literature, poetry, reader, read a book, libraries, large print books,
      creative writing, writing group, poems`,
  }),
  games: idea('games, board games, dominoes, darts, cards, chess, bingo, quiz, bowls', {
    said: `
      pub games, boardgames, dungeons and dragons, tabletop, gaming, scrabble, bridge, whist, table tennis, pool, snooker, dominos,
      jigsaw, jigsaws, quizzes, video games, x box, xbox, role playing`,
  }),
  film: idea('film, films, cinema, movie', {
    said: 'pictures, movies, see a film, film club, picture house, watch films, watch a film',
  }),
  bowls: idea('bowls, carpet bowls, curling', {
    said: 'bowling, indoor bowls',
  }),
  dogs: idea('dog, dogs, pet, animals', {
    said: `
      puppy, dog walking, walk the dog, dog walker, pets, loves animals, misses her dog, misses his dog, dug, walk dogs, dog walkers, had
      to give up his dog, had to give up her dog, pat dog, therapet, cats, look after my dog, someone to walk my dog, dog needs walked`,
  }),
  shed: idea('shed, workshop, woodwork, joinery, tools', {
    said: `
      mens shed, practical, good with his hands, work with his hands, using his hands, with my hands, handy, making things, wood work,
      carpentry, tinkering, men in sheds, joiner, tradesman, retired tradesman, retired engineer, engineer, metalwork, workshops, working
      with his hands, fix things, works with his hands, something with his hands`,
    needs: ['purpose'],
  }),
  mending: idea('repair, mend, fix, broken, repair cafe', {
    said: `
      fixing things, mending, repairing, bike repair, toaster, zip, bicycle, bike, broken kettle, kettle, lamp, electrical, upcycle,
      upcycling, recycling, recycle`,
  }),
  garden: idea('garden, gardening, allotment, grow, growing, plot, raised beds, polytunnel', {
    said: `
      growing veg, plants, vegetables, green fingers, horticulture, potter about outside, grow my own, gardener, veg, veg patch, raised
      bed, digging, flowers, horticultural, therapeutic gardening, gardens, garden group, grow food, grow vegetables, tatties, greenhouse,
      weeding`,
    needs: ['purpose'],
  }),
  outdoors: idea('forest, woods, woodland, hills, outdoors, nature, paths, conservation, shore, walk, garden, loop, allotment', {
    said: `
      outdoor, outside, green space, fresh air, countryside, in the open air, wildlife, birds, birdwatching, bird watching, trees, beach,
      sea, river, green gym, green prescription, out in nature, being outside, get outside, outdoor activities, open air`,
  }),
  volunteering: idea('something to give', {
    said: `
      volunteer, volunteering, give something, lend a hand, give something back, giving back, give back, help others, helping out, be
      useful, feel useful, something useful, useful, voluntary work, help out, offer my time, do some good, make a difference, put
      something back, spare time, time on my hands, time on his hands, time on her hands, help my community, volunteering opportunities,
      volunteer work, unpaid work, contribute`,
    loose: true,
    needs: ['purpose'],
    broad: true,
  }),
  purpose: idea('hobby, hobbies, purpose', {
    said: `
      bored, boredom, just retired, recently retired, retirement, nothing to do, fill my days, fill his days, fill her days, at a loose
      end, routine, structure, meaning, motivation, no motivation, interests, scunnered, u3a, silver, directionless, drifting, pointless,
      no purpose, days are long, long days, restless, get up in the morning, reason to get up, reason to get out of bed, get out of bed,
      idle, needs a focus, needs something to do, occupied, keep busy, keeping busy, busy, stuck in a rut, rut, new interest, learn
      something new, new hobby, meaningful activity, meaningful`,
    needs: ['purpose'],
    broad: true,
  }),
} as const;

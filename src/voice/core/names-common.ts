const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Given names that many people here have. A small list: names of the record, and capital letters in a sentence, catch the others. */
export const givenNames = list(`
  aaron abdul abigail adam adrian agnes ahmed aileen aisha alan alasdair alastair alec alex alexander alfie ali alice alison amanda amelia amina
  amy andrew angela angus anita ann anna anne annie anthony archie arthur ashley barbara barry ben benjamin bernard beth betty beverley bob brenda
  brian bridget bruce bryan cameron carol caroline carolyn catherine catriona charles charlie charlotte chloe chris christina christine christopher
  claire colin connor craig daniel darren dave david deborah denise dennis derek diana diane donald donna doreen dorothy dougie douglas duncan eddie
  edith edna edward eileen elaine elizabeth ella ellen elsie emily emma eric erin euan evelyn ewan fatima fergus finlay fiona flora fraser fred
  freya gary gavin geoffrey george georgina gerald gillian gladys gordon graeme graham greg hamish hannah harold harry hazel helen henry hilary hugh
  iain ian imran irene iris isabel isabella isla isobel jacqueline jake james jamie jan jane janet janice jason jean jeanette jennifer jenny jessica
  jessie jill jim jimmy joan joanna joanne joe john johnny jonathan jordan joseph josh joshua joyce judith julia julie june kareem karen kate
  katherine kathleen katie keith kelly ken kenneth kenny kevin kieran kirsty kyle laura lauren lee leslie lewis liam linda lindsay lisa lorna
  lorraine louise lucy luke lynn maggie mairi malcolm margaret maria marie marion marjorie martin mary matthew maureen megan michael michelle mike
  mohammed moira morag muhammad muriel nancy natalie natasha neil niall nicola nicole nigel nora norma norman oliver olivia omar oscar owen pamela
  pat patricia patrick paul pauline peggy peter phil philip phyllis priya rachel raymond rebecca rhona richard rita robert robin roger ron ronald
  rory rosemary ross roy ruth ryan sally sam samantha samuel sandra sandy sarah scott sean senga shaun sheena sheila shirley shona simon sonia sophie
  stanley stella stephanie stephen steven stewart stuart struan susan suzanne tariq terry theresa thomas tim tom tomasz tommy tony tracy ursula
  valerie vera vicky victoria vincent wendy wilma winifred yasmin yvonne zoe agnieszka katarzyna krzysztof piotr pawel malgorzata ewa olena oksana
  mykola ivan andriy`);

/** Names that are words too: names only inside a sentence, with their capital letter. */
export const namesOrWords = list(
  'april art bill daisy dawn faith frank grace heather holly hope ivy jack joy lily mark may pearl rose rob ruby sky summer sue violet ray will victor',
);

export const relations = list(`
  wife husband partner mother father mum mam mammy dad daddy son daughter sister brother aunt auntie uncle cousin niece nephew gran granny grandma
  nan nana grandad grandpa papa grandson granddaughter grandchild friend pal neighbour boyfriend girlfriend carer boss landlord doctor nurse worker
  gp counsellor dog cat ex stepson stepdaughter stepmother stepfather fiance fiancee teacher minister child children boy girl baby key late`);

export const titles = list(
  'mr mrs ms miss dr doctor nurse sister brother father reverend rev aunt auntie uncle councillor cllr sir lady professor prof',
);

/** Of a name in the record: what is no name by itself. */
export const particles = list('the of and de der van von la le du da di al el bin ben ap st saint jr senior junior mc mac');

/** Words with a capital letter that are nobody's name. */
export const notNames = list(`
  i im ive id ill monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december christmas easter ramadan eid diwali hogmanay new year god lord english british scottish welsh irish polish ukrainian french german
  italian spanish indian pakistani chinese african european canadian scots gaelic scotland england wales ireland britain uk canada europe nhs gp tv
  covid facebook whatsapp zoom google internet bothy ok okay universal credit pip esa dwp council mr mrs ms miss dr`);

export const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';

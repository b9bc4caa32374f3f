import type { Random } from '../random.ts';
import { rates } from '../figures.ts';

type Names = { women: readonly string[]; men: readonly string[]; families: readonly string[]; language: string };
const list = (text: string): string[] => text.split(' ');

const scottish: Names = {
  women: list(
    'Agnes Ailsa Aileen Catriona Elspeth Fiona Flora Heather Iona Isla Janet Jean Kirsty Lorna Mairi Margaret Marion Morag Moira Rhona Senga Sheila Una Wilma Karen Lynne Emma Laura Sarah Amy',
  ),
  men: list(
    'Alasdair Alec Angus Archie Bruce Calum Craig Donald Dougal Duncan Euan Fergus Fraser Gavin Gordon Graeme Hamish Iain Jamie Kenneth Lachlan Malcolm Neil Ross Stuart Tom David Mark Peter Kyle',
  ),
  families: list(
    'Affleck Baird Carson Clanachan Corrie Dalgleish Drennan Dunbar Fergusson Gibson Haining Irving Jardine Kirk Lockerbie Maxwell McBurnie McCulloch McGeoch McKeand McMorran McTurk Milligan Muirhead Nairn Paterson Rae Shennan Tait Thorburn',
  ),
  language: '',
};

const others: Record<string, Names> = {
  southAsian: {
    women: list('Aisha Amina Farah Harpreet Jaspreet Meena Nadia Priya Rukhsana Saira Sunita Zainab'),
    men: list('Ahmed Arjun Bilal Hamza Imran Kiran Rajesh Sandeep Tariq Usman Vikram Yusuf'),
    families: list('Ahmed Begum Chaudhry Gill Hussain Kaur Malik Mehta Patel Rahman Sandhu Singh'),
    language: 'Urdu',
  },
  polish: {
    women: list('Agnieszka Beata Ewa Halina Joanna Katarzyna Magda Zofia'),
    men: list('Adam Jacek Krzysztof Marek Paweł Piotr Stanisław Wojciech'),
    families: list('Kowalczyk Lewandowski Nowicki Pawlak Sikora Wilk Zając Zieliński'),
    language: 'Polish',
  },
  ukrainian: {
    women: list('Halyna Iryna Larysa Nadiya Olena Svitlana Tetiana Yuliia'),
    men: list('Andrii Bohdan Dmytro Ivan Mykola Oleh Serhii Vasyl'),
    families: list('Bondar Hrytsenko Kovalchuk Lysenko Marchenko Petrenko Savchuk Tkachuk'),
    language: 'Ukrainian',
  },
  african: {
    women: list('Abena Adaeze Blessing Chiamaka Grace Makena Ngozi Thandiwe'),
    men: list('Chidi Emeka Kofi Kwame Samuel Tendai Tunde Yaw'),
    families: list('Adeyemi Boateng Eze Mensah Moyo Ndlovu Okafor Osei'),
    language: 'French',
  },
  arab: {
    women: list('Amal Dalia Hanan Layla Maryam Rima Salma Yasmin'),
    men: list('Bassam Faris Hadi Karim Nabil Omar Samir Tarek'),
    families: list('Darwish Haddad Khalil Mansour Nasser Qasim Saleh Zaki'),
    language: 'Arabic',
  },
};

const welsh: Names = {
  women: list('Angharad Carys Eleri Ffion Gwen Lowri Nerys Siân'),
  men: list('Aled Dafydd Emyr Gareth Huw Ieuan Owain Rhys'),
  families: list('Bevan Griffiths Hopkin Llewellyn Morgan Parry Pritchard Vaughan'),
  language: 'Welsh',
};

export const womensNames: ReadonlySet<string> = new Set([scottish, welsh, ...Object.values(others)].flatMap(({ women }) => women));
export const minorityFamilies: ReadonlySet<string> = new Set(Object.values(others).flatMap(({ families }) => families));

/** A name, and a language in which somebody of that name might want an interpreter. */
export function anyName(random: Random): { givenName: string; familyName: string; language: string } {
  const names = random.chance(rates.minority) ? random.pick(Object.values(others)) : random.chance(0.04) ? welsh : scottish;
  const givenName = random.pick(random.chance(rates.female) ? names.women : names.men);
  return { givenName, familyName: random.pick(names.families), language: names === welsh ? '' : names.language };
}

/** What a council and a charity of the hills might send: tables, each in the words of its own, and neither quite right. */
const heading = 'Service name,Organisation,Description,Category,Venue,Address,Town,Postcode,Phone,When,Cost\n';

const council = {
  tea: 'Tea in the vestry,Laurieston Vestry Tea,"Tea, scones and the news, every week.",Lunch clubs,Laurieston Vestry,2 Kirk Brae,Laurieston,DG7 2CK,01632 960301,Wednesday 2pm-4pm,£1 a cup',
  bikes:
    'Bikes for anybody,Balmaclellan Wheels,"Borrow a bicycle, or a trike, and somebody to ride with.",Getting active,The Old Smithy,8 Clachan Row,Balmaclellan,DG7 3MV,01632 960302,Saturday 10am-12pm,Free',
  films:
    'Films in the hall,Borgue Pictures,A film and an interval with ices.,Social groups,Borgue Hall,1 Chapel Wynd,Borgue,DG6 4OK,01632 960303,Last Friday of the month 7pm-9.30pm,£3',
  toddlers:
    'Toddler hour,Twynholm Toddlers,"Songs, paint and toast.",Families and children,Twynholm Hall,11 Burn Row,Twynholm,DG6 4MV,01632 960304,Tuesday 9.30am-11am,£2 a family',
  bowls:
    'Bowls for beginners,Auchencairn Bowlers,Woods and shoes are lent.,Getting active,The Green,Shore Road,Auchencairn,DG7 1OC,01632 960305,Thursday 6pm-8pm,Free',
  knitting:
    'Knitting by the fire,Palnackie Yarns,Wool for whoever has none.,Arts and crafts,The Glenisle Rooms,4 Port Row,Palnackie,DG7 1MV,01632 960306,Monday 1.30pm-3.30pm,Free',
};
const councilNow = {
  ...council,
  bikes: council.bikes.replace('Saturday 10am-12pm', 'Saturday 10am-1pm'),
  toddlers: council.toddlers.replace('£2 a family', '£3 a family').replace('9.30am', '10am'),
  bowls: '',
  garden:
    'The station garden,Parton Planters,Weeds are easy to learn.,Gardening,The Old Station,Station Brae,Parton,DG7 2KV,01632 960307,Friday 10am-12pm,Free',
  drop: 'Forms and letters,Crossmichael Helping Hands,Somebody to read a letter with you.,Money and benefits,The Mission Hall,3 Templand Row,Crossmichael,DG7 2CM,01632 960308,First Tuesday of the month 10am-1pm,Free',
};

const charity = {
  tea: 'Tea in the Vestry,Laurieston Vestry Tea,"A warm hour with tea. Lifts from Mossdale, if you ring by Tuesday.",Company,Laurieston Vestry,2 Kirk Brae,Laurieston,DG7 2CK,01632 960311,Wednesday 2pm-4.30pm,By donation',
  films:
    'Films in the Hall,Borgue Pictures,"Old films, chosen by whoever comes. The hall has a ramp and a loop.",Company,Borgue Hall,1 Chapel Wynd,Borgue,DG6 4OK,01632 960303,Last Friday of the month 6.30pm-9pm,£2',
  hens: 'Hens and company,The Corsock Hen Club,Look after hens with somebody who knows how.,Things to do,The Walled Yard,2 Mill Row,Corsock,DG7 3KO,01632 960312,Sunday 2pm-4pm,Free',
  shed: 'Workshop for men,Castle Douglas Mens Shed,A workshop with the kettle on.,Things to do,The Old Cattle Mart,"Unit 3, Mart Lane",Castle Douglas,DG7 1CK,01632 960313,Tuesday 10am-1pm,By donation',
};

const table = (rows: Readonly<Record<string, string>>): string => heading + Object.values(rows).filter(Boolean).join('\n');

export const files = { council: table(council), councilNow: table(councilNow), charity: table(charity) };

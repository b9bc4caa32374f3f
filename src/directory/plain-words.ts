const listOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that everybody spells right and no service need have: not to be taken for others that they look like. */
const plain = listOf(`
  able above accept accident across actual add afraid again agree ahead allow almost angry answer apart april arm ask asked asleep august autumn away back badly bag
  became become bed began begin behind believe bell below big bill birthday bit bite black blue boat body boss both bought box boy boyfriend brain brave bread break bring
  broken brought brown build built burn busy buy call called calm care careful carry case catch cause chair chance change chat cheap check chest choose christmas church city
  clean clear clever climb clock close closed clothes cold colour come common control cook cool copy corner cost count country couple course cousin cover crash cross crowd
  cry cup cut damage dark date dead deal december decide deep die dinner dirty doctor door double draw dream dress drop dry due early earn earth east easter easy eat edge
  eight eighteen eleven else empty end england enjoy enough enter escape exam excited exist expect eye eyes face fact fail fair fall false far fast fat fault february feed feet fell felt
  fence field fifteen fifty fight fill final fine finger finish fire first fish five fix floor flower fly follow foot force forget forgot form forty forward found four
  free fresh friday front full fun funny further future game gave gift girl girlfriend glad glass gone gran grass great green grew grey ground grow grown guess guy hair half hall hand
  hands happen happened happens happy hard hate head health hear heard heart heavy held high hill hit hold hole holiday hope horse hot hour hours huge hundred hurt husband idea
  important inside instead january job jump june july keep keeps kept key kick kill kind kitchen knee knew knock lady land large last late laugh law lay lead leaf learn least leave left leg legs
  less lesson letter level lie life light line list listen little long loose lose loss loud low luck lunch mad made mail main man manage march mark marry married matter
  maybe mean meant meat middle might mile milk mind mine minute miss missed mistake monday money month moon morning mouth move moved music name near neck neighbour nephew
  news next niece night nine nobody noise none north nose note nothing november number nurse o'clock october offer office often oil older once only open opened order ought outside oven owe own
  paid paint pair paper park part party pass past pay people phone pick picture piece pink plan plate play please plenty point police poor possible post pound power
  practice present pretty price prison private promise proper proud pull push put quick quiet race radio rain raise ran reach read ready real reason red refund remember rent
  reply rest result return rich ride right ring rise river road room rough round row rule run running sad safe said sale salt same sat saturday save saw say says scared school sea seat second
  see seem seems seen sell send sense sent september serious set seven several shake share sharp sheet ship shirt shock shoe shoes shop short shot shoulder shout show shower shut
  sick side sign signs silver simple single sit site six sixteen size skin sky sleep slept slow small smell smile smoke snow soft sold solve son song soon sore sort sound south space speak
  spend spent spoke spring stairs stand star start started state stay step stick still stood stop stopped store storm story straight strange street strong stuck study stuff stupid such sugar suit
  summer sun sunday suppose sure surgery surfers sweet swim sword table talk tall taste taught teach tell ten test than thing third thirty thought thousand three throw thursday ticket tie tight till
  time tiny tired toe told tomorrow tonight took tooth top touch tough toward town train travel tree trip truck true trust truth try tuesday turn twelve twenty twice twin type uncle understand
  until upset upstairs usual van very visit voice wait wake walk wall warm wash waste watch water wear weather wednesday weigh well went west wet wheel white whole wide wife wild win wind window
  winter wish woke woman won wonder word wore world worse worst worth write wrong wrote yard yellow yesterday young sacked
`);

export const isPlainWord = (word: string): boolean => plain.has(word) || (word.endsWith('s') && plain.has(word.slice(0, -1)));

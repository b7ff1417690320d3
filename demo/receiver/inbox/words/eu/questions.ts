import type { InboxMessages } from '../catalogue.js';

export const questions = {
  back: 'Itzuli galderetara',
  text: 'Bisitariek galdetu eta txatak erantzuten jakin ez duena, edo ondo erantzun ez duena. Antzeko galderak elkarrekin daude; lehenik, gehien egin direnak.',
  cut: 'Hemen erakusten direnak baino gehiago daude: besteak hauek ebatzi ondoren agertuko dira.',
  none: 'Ez dago galdera irekirik.',
  aside: 'Baztertu da. Berriro galdetzen badute, itzuliko da.',
  asked: { one: 'Behin galdetuta', other: '{count} aldiz galdetuta' },
  askedOn: '{time}',
  lastAskedOn: 'azkena: {time}',
  also: 'Honela ere bai: {wordings}',
  alsoMore: 'beste {count}',
  notHelpful: { one: 'Behin ez da lagungarria izan:', other: '{count} aldiz ez da lagungarria izan:' },
  serverAnswer: 'zerbitzari baten erantzuna',
  answering: {
    nothing: 'Txatak ez du antzeko sarrerarik.',
    sure: 'Txatak orain sarrera honekin erantzuten du: {entry}',
    unsure: 'Txatak galdetzen du ea honetaz ari den: {entries}',
    unknown: 'Txatak ez daki. Sarrera hurbilena: {entry}',
  },
  group: {
    title: 'Galdera',
    undone: 'Desegin da. Galderak irekita daude berriro.',
    wordings: 'Nola galdetu zen',
    wordingsHint:
      'Markatutakoa edonork irakur dezakeen formulazio bihurtuko da. Ez sartu izenik, helbiderik eta zenbakirik.',
    tickOne: 'Markatu gutxienez formulazio bat.',
    more: 'Beste {count}: hauek ebatzi ondoren agertuko dira.',
    asked: { one: 'Behin, {time}', other: '{count} aldiz, {time}' },
    details: 'Xehetasunak',
    detailsOfLast: 'Azkenaren xehetasunak',
    heading: 'Txatak zer erantzun beharko lukeen',
    entry: 'Sarrera',
    entryHint: 'Hurbilenak lehenik daude.',
    nearest: 'Hurbilenak',
    others: 'Beste guztiak',
    entryNotHelpful: '{entry} (ez da lagungarria izan)',
    attach: 'Gehitu formulazioa sarrera honi',
    preview: 'Ikusi zer aldatuko lukeen',
    edit: 'Gehitu, eta aldatu sarrera',
    new: 'Idatzi sarrera berri bat',
    aside: 'Baztertu',
  },
  settled: {
    title: 'Galdera ebatzita',
    heading: 'Ebatzita',
    undoDeletes: 'Desegiten baduzu, sarrera ezabatu egingo da, eta galderak irekita egongo dira berriro.',
    undoRestores:
      'Desegiten baduzu, sarrerak lehen zioena esango du, eta galderak irekita egongo dira berriro.',
    left: 'Taldeko beste batzuk irekita daude oraindik: haiekin txatak ez du sarrera hau aurkitzen.',
    lookAtThem: 'Ikusi',
  },
  errors: {
    stale: {
      heading: 'Bitartean aldatuta',
      text: 'Norbaitek sarrera hau aldatu berri du. Ez da ezer gehitu: itzuli atzera, eta saiatu beste behin.',
    },
    dealtWith: {
      heading: 'Bitartean ebatzita',
      text: 'Galdera hauek ez daude jada irekita. Ez da ezer aldatu.',
    },
    entryGone: {
      heading: 'Sarrera hau ez dago jada',
      text: 'Bitartean ezabatu da. Ez da ezer aldatu: aukeratu beste bat.',
    },
  },
} satisfies InboxMessages['questions'];

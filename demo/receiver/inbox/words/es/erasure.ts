import type { InboxMessages } from '../catalogue.js';

export const erasure = {
  title: 'Borrar el mensaje {reference}',
  back: 'Volver sin borrar nada',
  gone: 'Lo que contiene, de quién es y lo que usted respondió aquí desaparecen para siempre. Lo que aún debía salir por correo y webhook no sale.',
  files: {
    one: 'También desaparece su archivo ({count}).',
    many: 'También desaparecen sus {count} de archivos.',
    other: 'También desaparecen sus {count} archivos.',
  },
  copies:
    'No alcanza a las copias que salieron antes: correos, webhooks, exportaciones, copias de seguridad.',
  survey: 'Su puntuación se queda y cuenta. Su comentario desaparece.',
  callback: 'El número sale de la lista de llamadas, salvo que otro mensaje lo pida.',
  toCome: 'Su cita aún no ha tenido lugar.',
  toComeText: 'La hora sigue ocupada; ya no se sabrá quién viene.',
  stays:
    'Quedan su referencia, cuándo llegó y el registro de lo consentido. A quien envíe lo mismo otra vez se le dirá lo mismo que antes; el mensaje no vuelve.',
  eraseForGood: 'Borrar para siempre',
  erased: 'Borrado: {erased}. Había llegado: {received}.',
  scoreStays: 'La puntuación se queda y cuenta.',
  suppressions: {
    title: 'Sin invitaciones',
    heading: 'Direcciones que no reciben invitaciones',
    allSurveys: 'Todas las encuestas',
    text: 'Sus titulares no quisieron más, o sus servidores de correo las rechazaron.',
    none: 'Ninguna.',
    reasons: {
      unsubscribed: 'No quiere',
      bounced: 'El correo volvió',
      erased: 'Borrada',
    },
    erasedAddress: 'Una dirección borrada',
    erasedAddressEnd: 'una dirección borrada, {end}',
    allow: 'Permitir de nuevo las invitaciones',
    allowFor: 'Permitir de nuevo las invitaciones: {address}',
    allowHint: 'Solo si lo han pedido.',
    erasePerson: 'Borrar a una persona',
    address: 'Dirección de correo',
    erase: 'Borrar…',
    eraseFor: 'Borrar: {address}',
    addressWanted: 'Escriba una dirección de correo, como nombre@example.com.',
    erasedInvitations: {
      one: 'Borrado: {count} invitación ya no nombra a nadie.',
      many: 'Borrado: {count} de invitaciones ya no nombran a nadie.',
      other: 'Borrado: {count} invitaciones ya no nombran a nadie.',
    },
    erasedMessages: {
      one: '{count} mensaje ha desaparecido.',
      many: '{count} de mensajes han desaparecido.',
      other: '{count} mensajes han desaparecido.',
    },
    invitations: {
      one: 'A esta dirección se envió, o está a la espera, {count} invitación. Se borran dirección, nombre, idioma y referencia, y lo que espera no se envía.',
      many: 'A esta dirección se enviaron, o están a la espera, {count} de invitaciones. Se borran dirección, nombre, idioma y referencia, y lo que espera no se envía.',
      other:
        'A esta dirección se enviaron, o están a la espera, {count} invitaciones. Se borran dirección, nombre, idioma y referencia, y lo que espera no se envía.',
    },
    answersStay:
      'Las respuestas se quedan y cuentan. Ya nada dice de quién son, y los enlaces de los correos no valen.',
    hash: 'La dirección no recibe más invitaciones. Para reconocerla solo se guarda un hash con clave.',
    elsewhere: 'No se busca en qué otros textos aparece la dirección: vea los {link}.',
    elsewhereLink: 'mensajes con esta dirección',
    eraseMessages: {
      one: 'Borrar también el mensaje ({count}) escrito con esta dirección: textos, archivos y todo lo que se dio. De una respuesta a una encuesta queda la puntuación.',
      many: 'Borrar también los {count} de mensajes escritos con esta dirección: textos, archivos y todo lo que se dio. De una respuesta a una encuesta queda la puntuación.',
      other:
        'Borrar también los {count} mensajes escritos con esta dirección: textos, archivos y todo lo que se dio. De una respuesta a una encuesta queda la puntuación.',
    },
  },
} satisfies InboxMessages['erasure'];

// The page's words in English and Spanish, by the browser's language.

const EN = {
  title: 'WhatsApp simulator', number: 'Business number', addNumber: 'Connect a number', customers: 'Customers', newCustomer: '+ New customer',
  foot: 'Nothing here leaves this machine: you play the customers, your business answers.',
  chooseCustomer: 'Choose a customer and write as them.', back: 'Back', menu: 'More', close: 'Close', cancel: 'Cancel', ok: 'OK',
  attach: 'Send something else', writeHere: 'Write as the customer', send: 'Send', misbehave: 'Misbehave',
  noNumbers: 'No number is connected yet.', noWebhook: 'no webhook address', verified: 'webhook verified', unverified: 'webhook not verified yet',
  name: 'Name', phone: 'Phone number with country code', madeUp: 'made up, says hello first', typing: 'typing…',
  windowOpen: 'window open for {h} h more', windowClosed: 'window closed: only templates arrive', windowNever: 'has not written yet', unreachable: 'has no WhatsApp',
  accepted: 'accepted', sent: 'sent', delivered: 'delivered', read: 'read', played: 'played', failed: 'failed', pending: 'waiting for the business',
  you: 'You', business: 'Business', reply: 'Reply', react: 'React', edit: 'Edit', remove: 'Delete for everyone', editing: 'Editing', answering: 'Answer to',
  edited: 'edited', deleted: 'This message was deleted', picture: 'Picture', picturePick: 'Picture or file from here…', video: 'Video', voice: 'Voice note', document: 'Document',
  sticker: 'Sticker', location: 'Location', contact: 'Contact card', order: 'Order', unsupported: 'Something unsupported (a poll)', forwardedText: 'Forwarded text',
  unsupportedShown: 'A kind that the Cloud API does not support', choose: 'Choose', fillForm: 'Fill in the form', sendLocation: 'Send location', link: 'by link, not fetched', template: 'template',
  closeWindow: 'Close the 24-hour window', openWindow: 'Open the window without writing', noWhatsApp: 'Has no WhatsApp from now on', hasWhatsApp: 'Has WhatsApp again', forget: 'Forget this thread', rename: 'Rename',
  earlier: 'Earlier messages', today: 'Today', yesterday: 'Yesterday', filesTooBig: 'That file is larger than 16 MB.', offline: 'The simulator is away; trying again…',
  phoneNumberId: 'Phone number id', wabaId: 'Business account id', accessToken: 'Access token', appSecret: 'App secret', verifyToken: 'Verify token', callbackUrl: 'Webhook address', displayPhoneNumber: 'Phone number', verifiedName: 'Name of the business',
  groupWebhooks: 'Webhooks to the business', duplicateWebhooks: 'Extra copies of each', reorderWebhooks: 'Let them overtake each other', webhookDelay: 'Delay, ms (from – to)', rejectWebhook: 'Lose the business’s answer, %', forgeSignature: 'Sign wrongly, %',
  groupAnswers: 'Answers to the business', dropAnswers: 'Accept, then cut the line, %', hangAnswers: 'Accept, then hang, %', answerDelay: 'Delay, ms (from – to)', failWith: 'Fail with', never: 'nothing', howOften: 'how often', always: 'always', nextOne: 'next call', nextTen: 'next 10 calls', half: 'every second call', maxPerSecond: 'Limit, messages a second (0: none)', expiredToken: 'Access token has expired',
  groupStatuses: 'Ticks', readOnlyWhenOpened: 'Read only when I look', noReadReceipts: 'Customers hide read receipts', noStatuses: 'No statuses at all', lateStatuses: 'Statuses come 20–60 s late', statusesBeforeAnswer: 'Statuses come before the answer',
  groupRules: 'Rules', ignoreWindow: 'Ignore the 24-hour window', errorsInAnswer: 'Tell 131047/131026 at once, not by status',
  groupCounts: 'Counted', behaveWell: 'Behave well again', reset: 'Forget all threads and counters', resetSure: 'Forget all threads, customers and counters of all numbers?',
  cAccepted: 'messages accepted', cRefused: 'calls refused', cReceived: 'written by customers', cDelivered: 'webhooks taken', cFailed: 'webhooks failed', cPending: 'webhooks waiting', cRepeated: 'sent twice by the business',
  failHttp: 'outage', failHtml: 'an HTML page', failCut: 'a cut line, not accepted', failHang: 'no answer, not accepted',
};

const ES = {
  title: 'Simulador de WhatsApp', number: 'Número de la empresa', addNumber: 'Conectar un número', customers: 'Clientes', newCustomer: '+ Nuevo cliente',
  foot: 'Nada sale de este equipo: tú haces de cliente y tu empresa contesta.',
  chooseCustomer: 'Elige un cliente y escribe como si lo fueras.', back: 'Volver', menu: 'Más', close: 'Cerrar', cancel: 'Cancelar', ok: 'Aceptar',
  attach: 'Enviar otra cosa', writeHere: 'Escribe como cliente', send: 'Enviar', misbehave: 'Portarse mal',
  noNumbers: 'Todavía no hay ningún número conectado.', noWebhook: 'sin dirección de webhook', verified: 'webhook verificado', unverified: 'webhook aún sin verificar',
  name: 'Nombre', phone: 'Teléfono con prefijo de país', madeUp: 'inventado: saluda primero', typing: 'escribiendo…',
  windowOpen: 'ventana abierta {h} h más', windowClosed: 'ventana cerrada: solo llegan plantillas', windowNever: 'aún no ha escrito', unreachable: 'no tiene WhatsApp',
  accepted: 'aceptado', sent: 'enviado', delivered: 'entregado', read: 'leído', played: 'escuchado', failed: 'fallido', pending: 'esperando a la empresa',
  you: 'Tú', business: 'Empresa', reply: 'Responder', react: 'Reaccionar', edit: 'Editar', remove: 'Eliminar para todos', editing: 'Editando', answering: 'Respuesta a',
  edited: 'editado', deleted: 'Se eliminó este mensaje', picture: 'Foto', picturePick: 'Foto o archivo de este equipo…', video: 'Vídeo', voice: 'Nota de voz', document: 'Documento',
  sticker: 'Sticker', location: 'Ubicación', contact: 'Contacto', order: 'Pedido', unsupported: 'Algo no admitido (una encuesta)', forwardedText: 'Texto reenviado',
  unsupportedShown: 'Algo que la Cloud API no admite', choose: 'Elegir', fillForm: 'Rellenar el formulario', sendLocation: 'Enviar ubicación', link: 'por enlace, no se descarga', template: 'plantilla',
  closeWindow: 'Cerrar la ventana de 24 horas', openWindow: 'Abrir la ventana sin escribir', noWhatsApp: 'Ya no tiene WhatsApp', hasWhatsApp: 'Vuelve a tener WhatsApp', forget: 'Olvidar esta conversación', rename: 'Cambiar el nombre',
  earlier: 'Mensajes anteriores', today: 'Hoy', yesterday: 'Ayer', filesTooBig: 'El archivo pasa de 16 MB.', offline: 'El simulador no responde; reintentando…',
  phoneNumberId: 'Id del número', wabaId: 'Id de la cuenta de empresa', accessToken: 'Token de acceso', appSecret: 'Secreto de la app', verifyToken: 'Token de verificación', callbackUrl: 'Dirección del webhook', displayPhoneNumber: 'Teléfono', verifiedName: 'Nombre de la empresa',
  groupWebhooks: 'Webhooks hacia la empresa', duplicateWebhooks: 'Copias de más de cada uno', reorderWebhooks: 'Que se adelanten unos a otros', webhookDelay: 'Retraso, ms (de – a)', rejectWebhook: 'Perder la respuesta de la empresa, %', forgeSignature: 'Firmar mal, %',
  groupAnswers: 'Respuestas a la empresa', dropAnswers: 'Aceptar y cortar la línea, %', hangAnswers: 'Aceptar y no contestar, %', answerDelay: 'Retraso, ms (de – a)', failWith: 'Fallar con', never: 'nada', howOften: 'cuántas veces', always: 'siempre', nextOne: 'la próxima llamada', nextTen: 'las próximas 10', half: 'una de cada dos', maxPerSecond: 'Límite de mensajes por segundo (0: ninguno)', expiredToken: 'El token de acceso ha caducado',
  groupStatuses: 'Marcas de entrega', readOnlyWhenOpened: 'Leído solo cuando yo miro', noReadReceipts: 'Los clientes ocultan la lectura', noStatuses: 'Sin ningún estado', lateStatuses: 'Los estados tardan de 20 a 60 s', statusesBeforeAnswer: 'Los estados llegan antes que la respuesta',
  groupRules: 'Reglas', ignoreWindow: 'No hacer caso de la ventana de 24 h', errorsInAnswer: 'Decir 131047/131026 al momento, no por estado',
  groupCounts: 'Contado', behaveWell: 'Portarse bien otra vez', reset: 'Olvidar conversaciones y contadores', resetSure: '¿Olvidar las conversaciones, los clientes y los contadores de todos los números?',
  cAccepted: 'mensajes aceptados', cRefused: 'llamadas rechazadas', cReceived: 'escritos por clientes', cDelivered: 'webhooks recibidos', cFailed: 'webhooks fallidos', cPending: 'webhooks en espera', cRepeated: 'enviados dos veces por la empresa',
  failHttp: 'avería', failHtml: 'una página HTML', failCut: 'línea cortada, sin aceptar', failHang: 'sin respuesta, sin aceptar',
};

export const language = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
const WORDS = language === 'es' ? ES : EN;

/** The words of a key, with {name} filled in. */
export function t(key, values = {}) {
  return (WORDS[key] ?? key).replace(/\{(\w+)}/g, (all, name) => values[name] ?? all);
}

const TIME = new Intl.DateTimeFormat(navigator.language, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(navigator.language, { weekday: 'long', day: 'numeric', month: 'long' });

export function timeOf(instant) {
  return TIME.format(new Date(instant));
}

export function dayOf(instant) {
  const day = new Date(instant).toDateString();
  if (day === new Date().toDateString()) return t('today');
  if (day === new Date(Date.now() - 86_400_000).toDateString()) return t('yesterday');
  return DAY.format(new Date(instant));
}

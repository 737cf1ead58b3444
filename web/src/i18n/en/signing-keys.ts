import type { signingKeyErrors as viErrors } from '../vi/signing-keys.ts'
import type { Words } from '../vi.ts'

/** Keys that sign: of a person, and the seals of agencies. */
export const signingKeys: Words['signingKeys'] = {
  title: 'Electronic signature',
  titleSeal: 'Electronic seal',
  about:
    'The keys and certificates with which you sign documents. Keys and PINs are sealed; no one can see them again.',
  aboutSeal: 'Certificates of the agency’s electronic seal, through time.',
  none: 'No key yet.',
  noneSeal: 'No seal yet.',
  add: 'Add a key',
  addSeal: 'Add a seal',
  didAdd: 'Checked and added.',
  kind: 'Where the key lies',
  kinds: {
    pkcs12: 'Key file, .p12 or .pfx',
    pkcs11: 'Token at the server',
    csc: 'Remote signing service',
    device: 'Device at the signer’s own machine',
  },
  p12: 'Key file',
  certificate: 'File of the certificate (.cer, .crt, .pem)',
  certificateIf: 'File of the certificate, if the token holds none',
  choose: 'Choose a file',
  password: 'Password of the file',
  pin: 'PIN',
  pinHint: 'The key is checked with it now',
  keepsPin: 'Keep the PIN (sealed), and do not ask for it at each signature',
  library: 'Software of the token',
  token: 'Label of the token',
  tokenSerial: 'Serial number of the token',
  key: 'Id of the key (CKA_ID, hexadecimal)',
  provider: 'Provider',
  credential: 'Id of the credential at the provider',
  from: 'Used from',
  to: 'Until the end of',
  toHint: 'Empty: until the certificate ends',
  issuer: 'Issued by',
  serial: 'Serial number',
  valid: 'Certificate in force',
  between: '{{from}} to {{to}}',
  used: 'Used from {{from}} to {{to}}',
  daysLeft: 'Days left: {{n}}',
  lastDay: 'Ends today',
  over: 'The certificate has ended',
  state: {
    inForce: 'In use',
    later: 'Not yet in use',
    over: 'No longer in use',
    ended: 'Ended',
    revoked: 'Revoked',
  },
  asksPin: 'The PIN is asked at each signature',
  endedBy: '{{by}}, {{at}}: {{reason}}',
  picture: 'Picture of the signature',
  pictureSeal: 'Picture of the seal',
  setPicture: 'Set the picture',
  pictureHint:
    'A PNG with a transparent ground, up to 1 MB. Signatures of people are blue, seals red (Decree 30/2020/NĐ-CP, Annex I).',
  didPicture: 'Picture set.',
  noPicture: 'No picture yet',
  end: 'End',
  endTitle: 'End: {{holder}}',
  endHint: 'The kept key is deleted and signs no more. Documents that were signed stay as they are.',
  endKind: 'Why',
  endKinds: { ended: 'No longer used, or renewed', revoked: 'Certificate revoked, or key exposed' },
  reason: 'Reason',
  didEnd: 'Ended.',
}

/** Texts of what is refused about keys that sign, by code; the reasons of keys are those of `words-keys.ts` of the server. */
export const signingKeyErrors: typeof viErrors = {
  signing_by_people: 'People and agencies sign; connected systems have no key.',
  signing_not_yours: 'The seal of an agency is kept by those who manage the agencies, or by its focal point.',
  signing_not_found: 'There is no such key.',
  signing_ended: 'This key was ended, so it cannot be changed.',
  signing_overlaps: 'A key is in use on some of these days. End it first, or choose other days.',
  signing_certificate_unreadable: 'The certificate cannot be read. Get it again from the authority that issued it.',
  signing_certificate_missing: 'The certificate of this key is missing. Add the file of certificates.',
  signing_certificate_algorithm:
    'Keys of this kind are not used for signing. RSA of 2048 bits or more, P-256 or P-384 is needed.',
  signing_certificate_not_yet: 'The certificate is not in force yet. Wait for its first day, or use another.',
  signing_certificate_ended: 'The certificate has ended. Have it renewed by its authority, and add the new one.',
  signing_certificate_does_not_fit:
    'The signature does not fit the certificate. Check that this is the right device and the right key.',
  signing_pkcs12_too_large: 'The file has more than 1 MB, which no .p12 or .pfx file of one key has.',
  signing_pkcs12_unreadable:
    'The file is no PKCS #12 file (.p12, .pfx), or is damaged. Export it again from where the key is kept.',
  signing_pkcs12_no_mac: 'The file has no integrity check, so it cannot be trusted. Export it again with a password.',
  signing_pkcs12_password: 'The password of the file is wrong, or the file was changed. Type the password again.',
  signing_pkcs12_old_cipher:
    'The file uses an old cipher that is not safe (RC2 or RC4). Convert it: openssl pkcs12 -legacy -in old.p12 -out between.pem, then openssl pkcs12 -export -in between.pem -out new.p12, and delete between.pem.',
  signing_pkcs12_cipher: 'The file uses a cipher that is not supported. Export it again with AES-256 (PBES2).',
  signing_pkcs12_too_slow: 'The file asks for too many rounds of its password. Export it again with the usual number.',
  signing_pkcs12_no_key: 'The file holds no private key, only certificates. Export it again with the private key.',
  signing_pkcs12_several_keys: 'The file holds several private keys. Export each into a file of its own.',
  signing_pkcs12_no_certificate:
    'The file holds a private key and no certificate. Export it again with the certificate.',
  signing_pkcs12_does_not_fit: 'The private key and the certificates in the file do not fit. Export the right pair.',
  signing_token_pin: 'The PIN of the device is wrong. Type it again; the device locks itself after a few wrong ones.',
  signing_token_locked: 'The device locked itself after several wrong PINs. Ask its authority to unlock it.',
  signing_token_pin_ended: 'The PIN of the device has ended. Change it with the software of the device.',
  signing_token_absent:
    'The device, or the key on it, is not there. Plug it in, and check its name and the id of the key.',
  signing_token_refused: 'The device refuses to sign with this key. Check that the key may sign.',
  signing_token_unreachable:
    'The software of the device does not answer. Try again; if that fails, tell the administrator.',
  signing_provider_pin: 'The PIN or the one-time code is wrong. Type it again.',
  signing_provider_locked: 'The remote key is locked. Contact the provider.',
  signing_provider_absent: 'The provider has no such key. Check the id of the credential.',
  signing_provider_expired: 'The authorisation to sign has ended. Sign again.',
  signing_provider_refused: 'The provider refused the request. Try again; if that fails, tell the administrator.',
  signing_provider_unreachable: 'The provider of remote signing cannot be reached. Try again in a few minutes.',
  signing_provider_unreadable: 'The provider answers against its specification. Tell the administrator.',
  signing_identity_not_in_force: 'This signing identity is not in force. See the electronic signatures of the account.',
  signing_identity_device:
    'The key lies in a device at the holder’s own machine. Sign there, with the software of the device.',
  signing_identity_sealed:
    'The sealed key cannot be opened, because the secret of the installation changed. End it, and add it again.',
  signing_identity_library: 'No library of tokens has this name. Choose one of the list, or tell the administrator.',
  signing_identity_provider: 'No provider has this name. Choose one of the list, or tell the administrator.',
}

/** Texts of single fields. */
export const signingKeyFieldErrors = {
  signing_after_certificate: 'The certificate ends before this day. Choose an earlier one.',
  signing_before_certificate: 'The certificate begins after this day. Choose a later one.',
  signing_ends_before: 'The last day must not be before the first.',
  signing_no_certificate: 'Choose the file of the certificate of the device (.cer, .crt, .pem).',
  signing_no_credential: 'Give the id of the credential at the provider.',
  signing_no_file: 'Choose the key file, .p12 or .pfx.',
  signing_no_key_id: 'Give the id of the key (CKA_ID), hexadecimal.',
  signing_no_pin: 'Type the PIN, so that the key can be checked; it need not be kept.',
  signing_no_picture: 'Choose the PNG of the signature or seal.',
  signing_no_token: 'Give the label of the token.',
  signing_picture:
    'The picture must be a whole PNG with a transparent ground, up to 1 MB, each side of 20 to 4,000 pixels.',
}

import { type Static, Type } from 'typebox'
import { RIGHTS } from '../platform/rights.ts'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

/** 'open': has a password or another proof; 'invited': may set one; 'expired': the invitation has expired; 'closed'. */
export const ACCESS = ['open', 'invited', 'expired', 'closed'] as const
/** By the last sign-in. */
export const SEEN = ['never', 'notIn90Days'] as const
export const RoleKey = Type.String({ pattern: '^[a-z][a-zA-Z]{0,59}$', description: 'Key of a role' })
export const SEES = ['all', 'followed', 'own'] as const

export const Post = Type.Object({
  id: Id,
  agencyId: Id,
  agencyName: Type.String(),
  role: Type.String(),
  roleName: Type.String(),
  roleNameEn: Type.String(),
  title: Type.String(),
  from: Day,
  /** Last day in the post; null if open-ended. */
  to: Nullable(Day),
})
export type Post = Static<typeof Post>

/** GET /api/people: by given name, as Vietnamese lists are sorted. */
export const PeopleQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 200 })),
    agencyId: Type.Optional(Id),
    role: Type.Optional(RoleKey),
    /** 'reset': those whose new password waits for a second administrator. */
    access: Type.Optional(oneOf([...ACCESS, 'reset'] as const)),
    /** Only among people the reader manages: 'never' signed in, or not in the last 90 days, never included. */
    signedIn: Type.Optional(oneOf(SEEN)),
    cursor: Type.Optional(Type.String({ maxLength: 1000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
)
export type PeopleQuery = Static<typeof PeopleQuery>
export const PersonRow = Type.Object({
  id: Id,
  fullName: Type.String(),
  email: Type.String(),
  isSample: Type.Boolean({ description: 'An invented person of the sample data' }),
  access: oneOf(ACCESS),
  /** Who requested a new password for them that waits for a second administrator. */
  resetRequestedBy: Nullable(Type.String()),
  /** Null: never; left out for those the reader does not manage. */
  lastSignedInAt: Type.Optional(Nullable(Instant)),
  /** The posts of today and those that begin later. */
  posts: Type.Array(Post),
})
export type PersonRow = Static<typeof PersonRow>
export const PeopleList = Type.Object({ rows: Type.Array(PersonRow), nextCursor: Nullable(Type.String()) })
export type PeopleList = Static<typeof PeopleList>

export const DEPUTATION_KINDS = ['authorised', 'absent'] as const
export const Deputation = Type.Object({
  id: Id,
  post: Post,
  ownerId: Id,
  ownerName: Type.String(),
  deputyId: Id,
  deputyName: Type.String(),
  /** 'authorised': ủy quyền; 'absent': deputises for an absent colleague. */
  kind: oneOf(DEPUTATION_KINDS),
  from: Day,
  to: Day,
  document: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  madeAt: Instant,
  madeBy: Type.String(),
  revokedAt: Nullable(Instant),
  revokedBy: Nullable(Type.String()),
  mayRevoke: Type.Boolean(),
})
export type Deputation = Static<typeof Deputation>
export const DeputationList = Type.Object({ given: Type.Array(Deputation), received: Type.Array(Deputation) })
export type DeputationList = Static<typeof DeputationList>

export const Following = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  from: Day,
  to: Nullable(Day),
})
export type Following = Static<typeof Following>

/** What the reader may do to this person. */
export const PERSON_ACTS = ['change', 'letIn', 'givePost', 'follow', 'depute'] as const
export const Person = Type.Object({
  id: Id,
  version: Version,
  fullName: Type.String(),
  email: Type.String(),
  isSample: Type.Boolean(),
  access: oneOf(ACCESS),
  invitation: Nullable(Type.Object({ createdAt: Instant, createdBy: Type.String(), expiresAt: Instant })),
  /** A new password that waits for a second administrator. */
  reset: Nullable(
    Type.Object({
      requestedAt: Instant,
      requestedBy: Type.String(),
      /** Asked for at the page of forgotten passwords, by whoever it was. */
      isFromDoor: Type.Boolean(),
      maySettle: Type.Boolean(),
      /** Somebody else set the address, and the person has not used it yet. */
      isAddressOfAnother: Type.Boolean(),
    }),
  ),
  closedAt: Nullable(Instant),
  /** Browsers signed in now. */
  sessions: Type.Integer(),
  /** Null: never; left out for those the reader does not manage. */
  lastSignedInAt: Type.Optional(Nullable(Instant)),
  changedAt: Instant,
  changedBy: Type.String(),
  posts: Type.Array(Type.Object({ ...Post.properties, mayEnd: Type.Boolean() })),
  deputations: DeputationList,
  followings: Type.Array(Following),
  may: Type.Array(oneOf(PERSON_ACTS)),
})
export type Person = Static<typeof Person>

const FullName = words(120)
const Email = Type.String({ minLength: 3, maxLength: 254 })
const Title = words(200)
export const GivePost = Type.Object({
  agencyId: Id,
  role: RoleKey,
  title: Title,
  from: Day,
  to: Type.Optional(Day),
})
export type GivePost = Static<typeof GivePost>
export const AddPerson = Type.Object({ fullName: FullName, email: Email, post: GivePost })
export type AddPerson = Static<typeof AddPerson>
export const ChangePerson = Type.Object({ fullName: FullName, email: Email })
export type ChangePerson = Static<typeof ChangePerson>
export const EndPost = Type.Object({ on: Day })
export const SetFollowings = Type.Object({
  /** From `from` on exactly these are followed: to the end of `to`, or until further notice. */
  agencyIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
  from: Day,
  to: Type.Optional(Day),
})
export type SetFollowings = Static<typeof SetFollowings>
export const MakeDeputation = Type.Object({
  postId: Id,
  deputyId: Id,
  kind: oneOf(DEPUTATION_KINDS),
  from: Day,
  to: Day,
  document: Type.Optional(words(300)),
  reason: Type.Optional(words(1000)),
})
export type MakeDeputation = Static<typeof MakeDeputation>

/** An invitation as shown to the user who made it: the link once, unless it was sent by mail. */
export const Invitation = Type.Object({
  link: Nullable(Type.String({ description: 'Shown once; null if it was sent by mail' })),
  sentTo: Nullable(Type.String()),
  expiresAt: Instant,
})
export type Invitation = Static<typeof Invitation>
/** Without an invitation a second administrator has to approve it first. */
export const InvitedAgain = Type.Object({ version: Version, invitation: Nullable(Invitation), waits: Type.Boolean() })
export const SettleReset = Type.Object({ isApproved: Type.Boolean() }, { additionalProperties: false })
export const AddedPerson = Type.Object({ id: Id, version: Version, invitation: Nullable(Invitation) })
export const Added = Type.Object({ id: Id, version: Version })

/** A post a user may work in today: their own, or another's they are deputed to. */
export const HeldPost = Type.Object({
  postId: Id,
  deputationId: Nullable(Id),
  agencyId: Id,
  agencyName: Type.String(),
  role: Type.String(),
  roleName: Type.String(),
  roleNameEn: Type.String(),
  title: Type.String(),
  onBehalfOf: Nullable(Type.String()),
  /** Last day; null if open-ended. */
  to: Nullable(Day),
  isCurrent: Type.Boolean(),
  /** Whether the holder may depute it to another person. */
  mayDepute: Type.Boolean(),
})
export type HeldPost = Static<typeof HeldPost>
export const HeldPosts = Type.Object({ posts: Type.Array(HeldPost) })
export const ChoosePost = Type.Object({ postId: Id, deputationId: Type.Optional(Nullable(Id)) })
export type ChoosePost = Static<typeof ChoosePost>

export const Colleague = Type.Object({
  id: Id,
  fullName: Type.String(),
  title: Type.String(),
  agencyName: Type.String(),
})
export const Colleagues = Type.Object({ rows: Type.Array(Colleague) })

export const Role = Type.Object({
  role: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  sees: oneOf(SEES),
  rights: Type.Array(oneOf(RIGHTS)),
  isTwoFactor: Type.Boolean({ description: 'A second factor is required in such a post' }),
  version: Version,
  changedAt: Instant,
  changedBy: Type.String(),
  /** People who hold such a post today. */
  holders: Type.Integer(),
  /** Whether the reader may put people into posts of this role. */
  mayGive: Type.Boolean(),
})
export type Role = Static<typeof Role>
export const RoleList = Type.Object({
  rows: Type.Array(Role),
  /** Rights of the office that no one has today. */
  unheld: Type.Array(oneOf(RIGHTS)),
})
export const ChangeRole = Type.Object({
  name: words(100),
  nameEn: words(100),
  sees: oneOf(SEES),
  rights: Type.Array(oneOf(RIGHTS), { uniqueItems: true }),
  isTwoFactor: Type.Boolean(),
})
export type ChangeRole = Static<typeof ChangeRole>

export const InvitationCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) })
export const AcceptInvitation = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 128 }),
})
export const Invited = Type.Object({
  name: Type.String(),
  email: Type.String(),
  hasPassword: Type.Boolean({ description: 'They have a password, which the link replaces' }),
  expiresAt: Instant,
})
export const Forgotten = Type.Object({ account: Type.String({ minLength: 1, maxLength: 254 }) })
export const Answered = Type.Object({
  isMailed: Type.Boolean({ description: 'Where the account exists, a link goes to its own address' }),
  minutes: Type.Integer({ description: 'How long the link lives' }),
})

export const FollowerQuery = Type.Object({ on: Type.Optional(Day) }, { additionalProperties: false })
export const FollowerList = Type.Object({
  on: Day,
  followers: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      /** Names of the agencies they follow that the signed-in person may see. */
      agencies: Type.Array(Type.String()),
    }),
  ),
})
export type FollowerList = Static<typeof FollowerList>

export const TourSeen = Type.Object({
  version: Type.Integer({ minimum: 0, maximum: 1000, description: 'The newest version seen or skipped; 0: none yet' }),
})
export type TourSeen = Static<typeof TourSeen>
export const MarkTour = Type.Object(
  { version: Type.Integer({ minimum: 1, maximum: 1000, description: 'The version that was shown' }) },
  { additionalProperties: false },
)

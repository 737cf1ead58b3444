import {
  AimOutlined,
  ApartmentOutlined,
  CheckCircleOutlined,
  CheckOutlined,
  DeleteOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  RobotOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { asSentence, showDay, showInstant, showQuantity, unitBeside } from '../ui/format.ts'
import type { Span } from '../ui/highlight.ts'
import { ShowPlace } from './place.tsx'
import { type Draft, doubtsOf, isSuggested, isUnsure, needsLook } from './queries.ts'

interface Props {
  draft: Draft
  mayEdit: boolean
  isLit: boolean
  isChosen: boolean
  isPicked: boolean
  isBusy: boolean
  onPick: (on: boolean) => void
  onHover: () => void
  onChoose: () => void
  onPlace: (span: Span) => void
  onEdit: () => void
  onTakeOver: () => void
  onCheck: () => void
  onDrop: () => void
  /** Gives what a phrase was given to each of its members; `party` is which of the parties. */
  onDistribute: (party: number) => void
  onUndo: (distributionId: number) => void
}

/** One task as extracted: its text, units as written and as matched, deadlines, targets and doubts. */
export function DraftCard(props: Props) {
  const {
    draft,
    mayEdit,
    isLit,
    isChosen,
    isPicked,
    isBusy,
    onPick,
    onHover,
    onChoose,
    onPlace,
    onEdit,
    onTakeOver,
    onCheck,
    onDrop,
    onDistribute,
    onUndo,
  } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const name = `${draft.ref} ${draft.title}`
  const looks = needsLook(draft)
  // The one that was made into many is kept to be undone, and to say what they have in common.
  const isWhole = draft.distributions.some(({ form }) => form === 'each')
  return (
    <li
      className={`draft-card${isLit ? ' is-lit' : ''}${isChosen ? ' is-chosen' : ''}${draft.isDropped ? ' is-dropped' : ''}`}
      data-draft={draft.id}
      data-testid="draft"
      onMouseEnter={onHover}
      onFocus={onHover}
    >
      <div className="row spread">
        <span className="row">
          {mayEdit && !draft.isDropped ? (
            <Checkbox
              checked={isPicked}
              onChange={(event) => onPick(event.target.checked)}
              aria-label={t('directives.pick', { name })}
            />
          ) : null}
          <span className="tag ref">{draft.ref}</span>
          {looks ? (
            <span className="doubt">
              <ExclamationCircleOutlined aria-hidden /> {t('directives.needsLook')}
            </span>
          ) : null}
          {isSuggested(draft) ? <SecondReader words="directives.secondReader" /> : null}
          {draft.isDropped ? (
            <span className="tag">{t(isWhole ? 'distribution.isWhole' : 'directives.dropped')}</span>
          ) : null}
        </span>
        <span className="row card-acts">
          <Button
            size="small"
            type="text"
            icon={<AimOutlined />}
            onClick={onChoose}
            aria-label={t('directives.show', { name })}
            title={t('directives.showShort')}
            data-row
          />
          {mayEdit && isSuggested(draft) ? (
            <Button
              size="small"
              type="text"
              icon={<CheckOutlined />}
              onClick={onTakeOver}
              disabled={isBusy}
              aria-label={t('directives.takeOver', { name })}
              title={t('directives.takeOverShort')}
              data-testid="take-over"
            />
          ) : null}
          {mayEdit && !draft.isDropped ? (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined />}
              onClick={onEdit}
              aria-label={t('directives.edit', { name })}
              title={t('directives.editShort')}
              data-testid="edit"
            />
          ) : null}
          {mayEdit && !isWhole ? (
            <Button
              size="small"
              type="text"
              icon={draft.isDropped ? <UndoOutlined /> : <DeleteOutlined />}
              onClick={onDrop}
              disabled={isBusy}
              aria-label={t(draft.isDropped ? 'directives.restore' : 'directives.dropDraft', { name })}
              title={t(draft.isDropped ? 'directives.restoreShort' : 'directives.dropShort')}
            />
          ) : null}
          {draft.taskId ? (
            <Link to="/nhiem-vu/$id" params={{ id: String(draft.taskId) }}>
              {t('directives.openTask')}
            </Link>
          ) : null}
        </span>
      </div>
      <h3 lang="vi">{asSentence(draft.title)}</h3>
      {bare(draft.content) !== bare(draft.title) ? (
        <p className="clamp-3 card-content" lang="vi">
          {draft.content}
        </p>
      ) : null}
      {draft.isDropped ? null : (
        <Found draft={draft} isBusy={isBusy} onDistribute={mayEdit ? onDistribute : undefined} />
      )}
      <Distributions draft={draft} isBusy={isBusy} onUndo={mayEdit ? onUndo : undefined} />
      {doubtsOf(draft).map((doubt) => (
        <p key={doubt.message} className="doubt-words" lang={language}>
          <ExclamationCircleOutlined aria-hidden /> {doubt.message}
          {'span' in doubt && doubt.span ? <ShowPlace span={doubt.span} onShow={onPlace} /> : null}
        </p>
      ))}
      {draft.checkedBy !== null && !draft.isDropped ? (
        <p className="soft" data-testid="checked">
          <CheckCircleOutlined aria-hidden />{' '}
          {t('directives.checked', { by: draft.checkedBy, at: showInstant(draft.checkedAt) })}
        </p>
      ) : null}
      {mayEdit && looks && draft.problems.length === 0 && !isSuggested(draft) ? (
        <Button
          size="small"
          icon={<CheckOutlined />}
          onClick={onCheck}
          disabled={isBusy}
          aria-label={t('directives.check', { name })}
          data-testid="check"
        >
          {t('directives.checkShort')}
        </Button>
      ) : null}
    </li>
  )
}

/** What was given to each of many agencies, whom not and why; undone until the document is confirmed. */
function Distributions({
  draft,
  isBusy,
  onUndo,
}: {
  draft: Draft
  isBusy: boolean
  onUndo: ((distributionId: number) => void) | undefined
}) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return draft.distributions.map((one) => {
    const { id, form, name, agencies, leftOut, added, reason, madeBy, madeAt } = one
    const about = [
      ...(leftOut.length > 0 ? [t('distribution.leftOut', { names: leftOut.join('; ') })] : []),
      ...(added.length > 0 ? [t('distribution.addedTo', { names: added.join('; ') })] : []),
      ...(reason ? [t('distribution.because', { reason })] : []),
      t('distribution.madeBy', { by: madeBy, at: showInstant(madeAt) }),
    ]
    return (
      <div key={id} className="row spread distribution" data-testid="distribution">
        <p>
          <strong>{t(`distribution.made.${form}`, { name, n: agencies })}</strong>
          <br />
          <span className="soft">{about.join(' · ')}</span>
        </p>
        {onUndo ? (
          <Button
            size="small"
            icon={<UndoOutlined />}
            // Undone from the inside out: a part that went into many first comes back with them.
            disabled={isBusy || (draft.isDropped && form !== 'each')}
            onClick={() =>
              modal.confirm({
                title: t('distribution.undoTitle'),
                content: t(form === 'each' ? 'distribution.undoEach' : 'distribution.undoParts'),
                okText: t('distribution.undo'),
                cancelText: t('shell.cancel'),
                onOk: () => onUndo(id),
              })
            }
            aria-label={t('distribution.undoOf', { name })}
            data-testid="undo-distribution"
          >
            {t('distribution.undo')}
          </Button>
        ) : null}
      </div>
    )
  })
}

/** A title that is the whole content, but for its capital and full stop, is not shown twice. */
const bare = (words: string): string => words.replace(/[\s.;,]+$/u, '').toLowerCase()

/** Marks what only the second reader read, until a person takes it over. */
function SecondReader({ words }: { words: 'directives.secondReader' | 'directives.suggested' }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <span className="tag second-reader" lang={language} data-testid="second-reader">
      <RobotOutlined aria-hidden /> {t(words)}
    </span>
  )
}

function Found({
  draft,
  isBusy,
  onDistribute,
}: {
  draft: Draft
  isBusy: boolean
  onDistribute: ((party: number) => void) | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const unsure = ({ by, confidence }: { by?: 'secondReader'; confidence: number }) =>
    by ? (
      <SecondReader words="directives.suggested" />
    ) : isUnsure(confidence) ? (
      <span className="doubt"> · {t('directives.confidence', { n: Math.round(confidence * 100) })}</span>
    ) : null
  return (
    <dl className="found" lang="vi">
      {(['lead', 'coordinating'] as const).map((role) => {
        const parties = draft.parties.filter((party) => party.role === role)
        return parties.length === 0 ? null : (
          <div key={role}>
            <dt>
              <span className={`lit lit-${role}`}>{t(`mark.${role}`)}</span>
            </dt>
            <dd>
              {parties.map((party, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: parties have no id
                <p key={i}>
                  {party.agencyName ?? party.name}
                  {party.scope ? <span className="soft"> ({party.scope})</span> : null}
                  {party.accountable && parties.length > 1 ? (
                    <span className="tag">{t('task.accountable')}</span>
                  ) : null}
                  {party.agencyName && party.agencyName !== party.name ? (
                    <span className="soft"> {t('directives.writtenAs', { name: party.name })}</span>
                  ) : null}
                  {party.outcome === 'collective' ? (
                    <span className="soft">
                      {' '}
                      {!party.members ? t('outcome.collective') : t('outcome.members', { n: party.members })}
                    </span>
                  ) : null}
                  {party.outcome === 'likely' || party.outcome === 'unsure' || party.outcome === 'unknown' ? (
                    <span className="doubt"> {t(`outcome.${party.outcome}`)}</span>
                  ) : null}
                  {unsure(party)}
                  {party.collective && onDistribute ? (
                    <Button
                      size="small"
                      icon={<ApartmentOutlined />}
                      disabled={isBusy}
                      onClick={() => onDistribute(draft.parties.indexOf(party))}
                      aria-label={t('distribution.openOf', { name: party.name })}
                      data-testid="distribute"
                    >
                      {t('distribution.open')}
                    </Button>
                  ) : null}
                </p>
              ))}
            </dd>
          </div>
        )
      })}
      {draft.deadlines.length > 0 ? (
        <div>
          <dt>
            <span className="lit lit-deadline">{t('mark.deadline')}</span>
          </dt>
          <dd>
            {draft.deadlines.map((deadline, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: deadlines have no id
              <p key={i}>
                {deadline.text || t(`deadlineKind.${deadline.kind}`)}
                {deadline.dueOn ? <strong className="tabular"> → {showDay(deadline.dueOn)}</strong> : null}
                {deadline.milestone ? <span className="tag">{t('task.milestone')}</span> : null}
                {deadline.recurs ? <span className="tag">{t(`rhythm.${deadline.recurs}`)}</span> : null}
                {deadline.inherited ? <span className="soft"> {t('directives.inherited')}</span> : null}
                {unsure(deadline)}
              </p>
            ))}
          </dd>
        </div>
      ) : null}
      {draft.targets.length > 0 ? (
        <div>
          <dt>
            <span className="lit lit-target">{t('mark.target')}</span>
          </dt>
          <dd>
            {draft.targets.map((target, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: targets have no id
              <p key={i} data-testid="target">
                <strong className="tabular">
                  {t(`comparator.${target.comparator}`)}{' '}
                  {showQuantity(target.value, target.max, unitBeside(target.measure, target.unit), language)}
                </strong>{' '}
                {target.measure}
                {unsure(target)}
              </p>
            ))}
          </dd>
        </div>
      ) : null}
      {draft.product ? (
        <div>
          <dt>{t('task.product')}</dt>
          <dd>{draft.product}</dd>
        </div>
      ) : null}
      {draft.implements.length > 0 ? (
        <div>
          <dt>{t('task.implements')}</dt>
          <dd>{draft.implements.join('; ')}</dd>
        </div>
      ) : null}
    </dl>
  )
}

/**
 * Dollars a day as stacked bars, with its axes; one day is looked at closely by pointer or arrow keys. The table beside it says the same in
 * numbers: colour alone carries nothing.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { locale, t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { amountTicks, dayTicks } from '../core/chart-scale.ts'
import { dollars } from '../core/prices.ts'
import type { Series } from '../core/series.ts'

const height = 180
const left = 56
const foot = 24
const topSpace = 14
const gap = 0.25
/** Of a day's short name, in CSS pixels. */
const dayRoom = 44
const shortDay = new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric', timeZone: 'UTC' })

type Props = {
  series: Series
  nameOf: (of: string | null) => string
  /** Days on which much more was spent than before. */
  marked: ReadonlySet<string>
  /** US dollars: a day's even share of the month's limit. */
  limit?: number | undefined
}

export function UsageChart({ series: { days, lines, byDay }, nameOf, marked, limit }: Props) {
  const id = useId()
  const [place, width] = useWidth(2 * left)
  const [at, setAt] = useState<number | null>(null)
  const most = Math.max(...byDay)
  // A limit far above what is spent would leave the days too low to read.
  const line = limit !== undefined && limit <= 3 * most ? limit : undefined
  const ticks = amountTicks(Math.max(most, line ?? 0))
  const top = ticks.at(-1) ?? 1
  const step = (width - left) / days.length
  const y = (amount: number) => topSpace + (height - topSpace) * (1 - amount / top)
  const x = (index: number) => left + index * step
  const shown = at ?? days.length - 1
  const parts = lines
    .map((line, order) => ({ name: nameOf(line.of), order, amount: line.values[shown] ?? 0 }))
    .filter(({ amount }) => amount > 0)
  const day = days[shown] ?? ''
  const spoken = [
    `${dayOf(day)}: ${dollars(byDay[shown] ?? 0)}`,
    ...(marked.has(day) ? [t('much more than usual')] : []),
    ...parts.map(({ name, amount }) => `${name} ${dollars(amount)}`),
  ].join(', ')
  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: shown - 1, ArrowRight: shown + 1, Home: 0, End: days.length - 1 }[event.key]
    if (event.key === 'Escape') setAt(null)
    if (to === undefined) return
    event.preventDefault()
    setAt(Math.min(days.length - 1, Math.max(0, to)))
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const inside = event.clientX - event.currentTarget.getBoundingClientRect().left - left
    setAt(inside < 0 ? null : Math.min(days.length - 1, Math.floor(inside / step)))
  }
  return (
    <figure className="usage-chart">
      <div
        ref={place}
        className="usage-plot"
        role="slider"
        tabIndex={0}
        aria-label={t('Cost of each day')}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={shown + 1}
        aria-valuetext={spoken}
        aria-describedby={id}
        onKeyDown={move}
        onFocus={() => setAt(at ?? days.length - 1)}
        onBlur={() => setAt(null)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={event => event.currentTarget !== document.activeElement && setAt(null)}
      >
        <svg width={width} height={height + foot} aria-hidden="true">
          {ticks.map(amount => (
            <g key={amount}>
              <line x1={left} x2={width} y1={y(amount)} y2={y(amount)} className="axis" />
              <text x={left - 8} y={y(amount) + 4} textAnchor="end">
                {dollars(amount)}
              </text>
            </g>
          ))}
          {at !== null && (
            <rect x={x(at)} y={topSpace} width={step} height={height - topSpace} className="here" />
          )}
          {days.map((name, index) => {
            let from = 0
            return (
              <g key={name}>
                {lines.map((line, order) => {
                  const amount = line.values[index] ?? 0
                  if (amount <= 0) return null
                  from += amount
                  return (
                    <rect
                      key={line.of ?? 'rest'}
                      x={x(index) + (step * gap) / 2}
                      y={y(from)}
                      width={step * (1 - gap)}
                      height={Math.max(0, y(from - amount) - y(from))}
                      className={`part-${order}`}
                    />
                  )
                })}
                {marked.has(name) && (
                  <path
                    d={`M${x(index) + step / 2} ${y(byDay[index] ?? 0) - 3}l-5 -8h10z`}
                    className="spike"
                  />
                )}
              </g>
            )
          })}
          {line !== undefined && (
            <g className="limit">
              <line x1={left} x2={width} y1={y(line)} y2={y(line)} />
              <text x={left + 4} y={y(line) - 5}>
                {t('The limit: {dollars} a day', { dollars: dollars(line) })}
              </text>
            </g>
          )}
          {dayTicks(days.length, width - left).map(index => (
            <text
              key={index}
              x={Math.min(x(index) + step / 2, width - dayRoom / 2)}
              y={height + 16}
              textAnchor="middle"
            >
              {shortDay.format(Date.parse(days[index] ?? ''))}
            </text>
          ))}
        </svg>
        {at !== null && (
          <div
            className={shown * 2 < days.length ? 'chart-tip' : 'chart-tip before'}
            style={{ insetInlineStart: x(shown) + (shown * 2 < days.length ? step : 0) }}
            aria-hidden="true"
          >
            <strong>{dayOf(day)}</strong>
            <span className="chart-sum">{dollars(byDay[shown] ?? 0)}</span>
            {marked.has(day) && <span className="tone-needs">{t('much more than usual')}</span>}
            {parts.map(({ name, order, amount }) => (
              <span key={order} className="chart-part">
                <span className={`swatch part-${order}`} />
                <span className="chart-name">{name}</span>
                <span>{dollars(amount)}</span>
              </span>
            ))}
          </div>
        )}
      </div>
      <figcaption>
        <p id={id} className="visually-hidden">
          {t('Arrow keys go from day to day.')}
        </p>
        <ul className="cluster small">
          {lines.map((line, order) => (
            <li key={line.of ?? 'rest'} className="cluster">
              <span className={`swatch part-${order}`} aria-hidden="true" />
              {nameOf(line.of)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Until it is known, in CSS pixels. */
const usual = 720

/**
 * How wide an element is drawn, in CSS pixels: what is drawn in it by hand has letters of one size at every width.
 * @param least as a page that is being laid out may be narrower for a moment than what is drawn
 */
function useWidth(least: number): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(usual)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => setWidth(Math.max(least, element.clientWidth || usual))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [least])
  return [place, width]
}

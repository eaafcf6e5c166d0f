/** Dollars a day as stacked bars. The table beside it says the same in numbers: colour alone carries nothing. */
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { dollars } from '../core/prices.ts'
import type { Series } from '../core/series.ts'

const height = 160
const width = 720
const gap = 0.25

type Props = { series: Series; nameOf: (of: string | null) => string }

const shown = (day: string | undefined): string => (day === undefined ? '' : dayOf(day))

export function UsageChart({ series: { days, lines, byDay }, nameOf }: Props) {
  const most = Math.max(...byDay)
  const step = width / days.length
  const peak = days[byDay.indexOf(most)]
  return (
    <figure className="usage-chart">
      <svg
        viewBox={`0 0 ${width} ${height + 22}`}
        role="img"
        aria-label={t('Cost of each day; the most was {dollars} on {peak}.', {
          dollars: dollars(most),
          peak: shown(peak),
        })}
      >
        <line x1="0" x2={width} y1={height} y2={height} className="axis" />
        <text x="0" y="10">
          {dollars(most)}
        </text>
        {days.map((day, index) => {
          let top = height
          return (
            <g key={day}>
              <title>{`${dayOf(day)}: ${dollars(byDay[index] ?? 0)}`}</title>
              {lines.map((line, order) => {
                const size = most > 0 ? ((line.values[index] ?? 0) / most) * (height - 16) : 0
                top -= size
                return (
                  <rect
                    key={line.of ?? 'rest'}
                    x={index * step + (step * gap) / 2}
                    y={top}
                    width={step * (1 - gap)}
                    height={size}
                    className={`part-${order}`}
                  />
                )
              })}
            </g>
          )
        })}
        <text x="0" y={height + 16}>
          {shown(days[0])}
        </text>
        <text x={width} y={height + 16} textAnchor="end">
          {shown(days.at(-1))}
        </text>
      </svg>
      <figcaption>
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

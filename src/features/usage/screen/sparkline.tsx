/** A row of values as a line without axes; what it says stands in its label, or beside it in numbers. */
const width = 160
const height = 36

export function Sparkline({ values, label }: { values: number[]; label?: string }) {
  const most = Math.max(...values, 0)
  const step = width / Math.max(1, values.length - 1)
  const y = (value: number) => height - 2 - (most > 0 ? value / most : 0) * (height - 4)
  const points = values.map((value, index) => `${(index * step).toFixed(1)},${y(value).toFixed(1)}`)
  return (
    <>
      <svg
        className="sparkline"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} />
        <polyline points={points.join(' ')} />
      </svg>
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </>
  )
}

//! The shape of centred lines (GB/T 9704-2012, 7.3.1): a trapezoid on its head or its foot, or a diamond.
//!
//! Promised: widths rise to one line and fall after it, never the other way round (an hourglass); neighbours differ, so
//! that no rectangle appears. It deliberately knows no words: it is told what each cut costs.
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Least difference of neighbouring lines in cells: what the eye sees as a slope; and what it may see.
const SLOPE: f64 = 0.9;
const FAINT: f64 = 0.1;
/// Difference of neighbours that looks best, in cells.
const BEST_STEP: f64 = 2.0;
/// Cost of a line more than needed.
const LINE: f64 = 36.0;
/// Most that good cuts can save.
const GAIN: f64 = 8.0;
/// Cost of two lines of one width.
const FLAT: f64 = 12.0;
/// Lines below this width look lost under a title, in cells.
const SHORT: f64 = 5.0;

/// Widening so far, or already narrowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Out,
    In,
}

/// The last line placed: from its first word to the word after its last.
type Placed = (usize, usize, Way);
/// Ways to have placed so many lines, each with its cost and the ends of its lines.
type Reached = BTreeMap<Placed, (f64, Vec<usize>)>;

/// Ends of the lines (word indices) in the best shape with one of these numbers of lines; `None` if no shape holds the
/// words in lines of `most` cells. `sizes` are the widths of the words, `cut` what ending a line before a word costs.
pub(super) fn best(
    sizes: &[f64],
    counts: RangeInclusive<usize>,
    most: f64,
    cut: &dyn Fn(usize) -> f64,
) -> Option<Vec<usize>> {
    let words = Words::of(sizes, most, cut);
    // Equal neighbours are taken only where nothing else fits.
    for flat in [false, true] {
        let mut found: Option<(f64, Vec<usize>)> = None;
        for (more, count) in counts.clone().enumerate() {
            let dearer = LINE * more as f64;
            // No cut is a gain of more than a cell or two: more lines cannot become cheaper than this.
            if found.as_ref().is_some_and(|(cost, _)| *cost < dearer - GAIN) {
                break;
            }
            if let Some((cost, ends)) = words.lines(count, flat) {
                let cost = cost + dearer;
                if found.as_ref().is_none_or(|(least, _)| cost < *least) {
                    found = Some((cost, ends));
                }
            }
        }
        if let Some((_, ends)) = found {
            return Some(ends);
        }
    }
    None
}

/// Words with their running widths.
struct Words {
    /// Width of all words before each.
    sums: Vec<f64>,
    /// Cost of ending a line before each word.
    cuts: Vec<f64>,
    most: f64,
}

impl Words {
    fn of(sizes: &[f64], most: f64, cut: &dyn Fn(usize) -> f64) -> Self {
        let mut sums = vec![0.0];
        let mut sum = 0.0;
        for size in sizes {
            sum += size;
            sums.push(sum);
        }
        // Before the first word nothing ends.
        let cuts = (0..=sizes.len()).map(|at| if at == 0 { 0.0 } else { cut(at) }).collect();
        Self { sums, cuts, most: most + 1e-6 }
    }

    fn count(&self) -> usize {
        self.sums.len() - 1
    }

    fn width(&self, from: usize, to: usize) -> f64 {
        self.sums[to] - self.sums[from]
    }

    /// Dynamic programme over lines: the cheapest ends of exactly `count` lines.
    fn lines(&self, count: usize, flat: bool) -> Option<(f64, Vec<usize>)> {
        let mut reached: Reached = Reached::new();
        for end in self.ends(0, count - 1) {
            let way = Way::Out;
            reached.insert((0, end, way), (self.alone(0, end), vec![end]));
        }
        for left in (0..count - 1).rev() {
            reached = self.one_more(&reached, left, flat);
        }
        let whole = reached.into_values();
        whole.min_by(|a, b| a.0.total_cmp(&b.0))
    }

    fn one_more(&self, before: &Reached, left: usize, flat: bool) -> Reached {
        let mut after = Reached::new();
        for (&(start, middle, way), (cost, ends)) in before {
            let above = self.width(start, middle);
            for end in self.ends(middle, left) {
                let Some((way, step)) = step(above, self.width(middle, end), way, flat) else { continue };
                let cost = cost + step + self.alone(middle, end);
                let known = after.entry((middle, end, way)).or_insert_with(|| (f64::MAX, Vec::new()));
                if cost < known.0 {
                    *known = (cost, ends.iter().copied().chain([end]).collect());
                }
            }
        }
        after
    }

    /// Where a line that starts at `start` may end if `left` lines follow it.
    fn ends(&self, start: usize, left: usize) -> impl Iterator<Item = usize> {
        let n = self.count();
        let last = if left == 0 { n } else { n.saturating_sub(left) };
        (start + 1..=last).filter(move |&end| {
            let rest = self.width(end, n);
            (left > 0 || end == n)
                && self.width(start, end) <= self.most
                && rest <= self.most * left as f64 + 1e-6
        })
    }

    /// Cost of a line by itself.
    fn alone(&self, start: usize, end: usize) -> f64 {
        let short = (SHORT - self.width(start, end)).max(0.0);
        self.cuts[end] + short * short
    }
}

/// Which way the outline goes from a line to the next and what that costs; `None` where it would be an hourglass.
fn step(above: f64, below: f64, way: Way, flat: bool) -> Option<(Way, f64)> {
    let by = below - above;
    let slope = if flat { FAINT } else { SLOPE };
    // A slope too faint to be seen counts as none.
    let cost = if by.abs() < SLOPE { FLAT } else { 0.5 * (by.abs() - BEST_STEP).powi(2) };
    if by >= slope {
        (way == Way::Out).then_some((Way::Out, cost))
    } else if by <= -slope {
        Some((Way::In, cost))
    } else {
        flat.then_some((way, cost))
    }
}

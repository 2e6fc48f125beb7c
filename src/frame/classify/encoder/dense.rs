//! A dense layer: each output is a weighted sum of all inputs.
//!
//! In the file: a bias and a scale for each output as `f32`, then a signed byte for each weight,
//! output by output; a weight is its byte times the scale of its output. In memory the weights of
//! [`LANES`] outputs lie side by side for each input, so that a processor's vectors serve them at
//! once; the sum of an output is still taken input by input, the same on every machine.

use super::table::Reader;
use multiversion::multiversion;

/// Outputs that are summed side by side.
const LANES: usize = 16;

pub struct Dense {
    inputs: usize,
    outputs: usize,
    bias: Vec<f32>,
    /// For each [`LANES`] outputs, for each input, a weight of each; nothing where outputs end.
    panels: Vec<[f32; LANES]>,
}

impl Dense {
    pub fn read(file: &mut Reader, inputs: usize, outputs: usize) -> Dense {
        let bias = file.reals(outputs);
        let scales = file.reals(outputs);
        let bytes = file.bytes(inputs * outputs);
        let mut panels = vec![[0.0; LANES]; inputs * outputs.div_ceil(LANES)];
        for (output, (row, scale)) in bytes.chunks_exact(inputs).zip(&scales).enumerate() {
            let panel = &mut panels[output / LANES * inputs..][..inputs];
            for (lanes, byte) in panel.iter_mut().zip(row) {
                lanes[output % LANES] = f32::from(*byte as i8) * scale;
            }
        }
        Dense {
            inputs,
            outputs,
            bias,
            panels,
        }
    }

    /// The outputs for each row of inputs, one row after the other.
    pub fn apply(&self, input: &[f32]) -> Vec<f32> {
        let rows = input.len() / self.inputs;
        let mut out = vec![0.0; rows * self.outputs];
        let four = input.chunks(4 * self.inputs);
        for (input, out) in four.zip(out.chunks_mut(4 * self.outputs)) {
            let row = |at: usize| &input[at * self.inputs..][..self.inputs];
            // Four rows at once: a weight that was fetched serves each.
            match input.len() / self.inputs {
                4 => self.fill([row(0), row(1), row(2), row(3)], out),
                3 => self.fill([row(0), row(1), row(2)], out),
                2 => self.fill([row(0), row(1)], out),
                _ => self.fill([row(0)], out),
            }
        }
        out
    }

    fn fill<const ROWS: usize>(&self, input: [&[f32]; ROWS], out: &mut [f32]) {
        for (at, panel) in self.panels.chunks_exact(self.inputs).enumerate() {
            let sums = sums(panel, input);
            let from = at * LANES;
            let bias = &self.bias[from..self.outputs.min(from + LANES)];
            for (row, sum) in sums.iter().enumerate() {
                let out = &mut out[row * self.outputs + from..];
                for ((out, sum), bias) in out.iter_mut().zip(sum).zip(bias) {
                    *out = sum + bias;
                }
            }
        }
    }
}

/// For each row of inputs the weighted sums of a panel. The widest vectors that the processor at hand
/// has are used; products are rounded before they are added on every one, so the sums are the same.
#[multiversion(targets("x86_64+avx2"))]
fn sums<const ROWS: usize>(panel: &[[f32; LANES]], input: [&[f32]; ROWS]) -> [[f32; LANES]; ROWS] {
    let mut sums = [[0.0; LANES]; ROWS];
    let input = input.map(|row| &row[..panel.len()]);
    for (at, weights) in panel.iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(input) {
            let value = row[at];
            for (sum, weight) in sum.iter_mut().zip(weights) {
                *sum += value * weight;
            }
        }
    }
    sums
}

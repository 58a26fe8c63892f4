//! `assign`: the best assignment of jurors to the entries of a directory, and its verification.

mod words;

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Failure, Outcome, say};
use crate::judging::assignment::{
    Certificate, Connect, Instance, Keep, Keeping, Options, Pair, Plan, ReadError, SolveError, check, read_instance,
    read_plan, solve, write_plan,
};

/// Assign jurors to entries, provably as well as possible.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Assign {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    wish: Option<Wish>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Verify a plan against its certificate, without the solver.
    Check {
        /// The directory of the instance.
        dir: PathBuf,
        plan: PathBuf,
        certificate: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Wish {
    /// The directory of the instance, in the format juror-assignment/1.
    dir: PathBuf,
    /// Chooses among equally good plans.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// First make the worst pair as good as possible.
    #[arg(long)]
    bottleneck: bool,
    /// First make loads as level as possible.
    #[arg(long)]
    level: bool,
    /// An earlier plan: what is still possible of it stays.
    #[arg(long, value_name = "PLAN.csv")]
    keep: Option<PathBuf>,
    /// Let pairs of the earlier plan change when that gains more than this much affinity.
    #[arg(long, requires = "keep", value_name = "AFFINITY", value_parser = clap::value_parser!(i64).range(0..))]
    bonus: Option<i64>,
    /// A juror who takes part no more.
    #[arg(long, value_name = "JUROR")]
    drop: Vec<u32>,
    /// Leave juries without common entries as they are.
    #[arg(long)]
    no_bridges: bool,
    /// Join juries by extra scorecards rather than by exchanges.
    #[arg(long, conflicts_with = "no_bridges")]
    extra_scorecards: bool,
    /// Where to write the plan.
    #[arg(long, value_name = "PLAN.csv")]
    out: Option<PathBuf>,
    /// Where to write the proof of optimality.
    #[arg(long, value_name = "CERT.json")]
    certificate: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

impl Assign {
    pub fn run(&self) -> Outcome {
        match (&self.action, &self.wish) {
            (Some(Action::Check { dir, plan, certificate }), _) => verify(dir, plan, certificate),
            (None, Some(wish)) => assign(wish),
            (None, None) => Err(Failure("which directory?".to_owned())),
        }
    }
}

fn assign(wish: &Wish) -> Outcome {
    let start = Instant::now();
    let instance = instance(&wish.dir)?;
    let keep = wish.keep.as_deref().map(|file| pairs(file, &instance)).transpose()?;
    let read = start.elapsed().as_secs_f64();
    let how = wish.bonus.map_or(Keeping::Frozen, Keeping::Bonus);
    let options = Options {
        seed: wish.seed,
        bottleneck: wish.bottleneck,
        level: wish.level,
        keep: keep.map(|pairs| Keep { pairs, how }),
        dropped: wish.drop.clone(),
        connect: match (wish.no_bridges, wish.extra_scorecards) {
            (true, _) => Connect::Leave,
            (_, true) => Connect::Extra,
            _ => Connect::Swap,
        },
    };
    let start = Instant::now();
    let plan = solve(&instance, &options).map_err(|error| refusal(&instance, &options, &error))?;
    let solved = start.elapsed().as_secs_f64();
    if let Some(file) = &wish.out {
        write(file, |output| output.write_all(write_plan(&plan.pairs).as_bytes()))?;
    }
    if let Some(file) = &wish.certificate {
        write(file, |output| Ok(serde_json::to_writer(output, &plan.certificate)?))?;
    }
    let free = unfrozen(&instance, &options)?;
    answer(wish, &plan, free.as_ref(), (read, solved));
    Ok(())
}

/// After a repair: the optimum without frozen pairs, to show what keeping them costs.
fn unfrozen(instance: &Instance, options: &Options) -> Result<Option<Plan>, Failure> {
    let Some(keep) = options.keep.as_ref().filter(|keep| keep.how == Keeping::Frozen) else {
        return Ok(None);
    };
    let keep = Keep { pairs: keep.pairs.clone(), how: Keeping::Bonus(0) };
    Ok(Some(solve(instance, &Options { keep: Some(keep), ..options.clone() })?))
}

fn refusal(instance: &Instance, options: &Options, error: &SolveError) -> Failure {
    let SolveError::Infeasible(cut) = error else { return Failure(error.to_string()) };
    let mut text = words::explain(instance, cut);
    if options.keep.as_ref().is_some_and(|keep| keep.how == Keeping::Frozen) {
        text.push_str("; or let other pairs of the kept plan change, with --bonus");
    }
    Failure(text)
}

fn answer(wish: &Wish, plan: &Plan, free: Option<&Plan>, (read, solved): (f64, f64)) {
    let (least, most) = plan.loads;
    let bridges = plan.bridges();
    let cost: i64 = bridges.iter().map(|bridge| bridge.cost).sum();
    if wish.json {
        let free = free.map(|free| json!({ "objective": free.objective, "changed": free.changed }));
        say(&json!({
            "objective": plan.objective,
            "loads": { "min": least, "max": most },
            "worst": plan.worst,
            "components": plan.components,
            "bridges": bridges,
            "bridges_cost": cost,
            "changed": plan.changed,
            "unfrozen": free,
            "read": read,
            "solve": solved,
        })
        .to_string());
        return;
    }
    say(&format!("objective {}", plan.objective));
    say(&format!("loads {least}..{most}"));
    say(&format!("worst {}", plan.worst.map_or_else(|| "none".to_owned(), |worst| worst.to_string())));
    say(&format!("components {}", plan.components));
    if !bridges.is_empty() {
        say(&format!("bridges {} cost {cost}", bridges.len()));
    }
    if let Some(changed) = plan.changed {
        say(&format!("changed {changed}"));
    }
    if let Some(free) = free {
        say(&format!("unfrozen {} changed {}", free.objective, free.changed.unwrap_or(0)));
    }
    say(&format!("read {read:.3} s"));
    say(&format!("solve {solved:.4} s"));
}

fn verify(dir: &Path, plan: &Path, certificate: &Path) -> Outcome {
    let instance = instance(dir)?;
    let pairs = pairs(plan, &instance)?;
    let named = |error: &dyn std::error::Error| Failure(format!("{}: {error}", certificate.display()));
    let text = std::fs::read(certificate).map_err(|error| named(&error))?;
    let proof: Certificate = serde_json::from_slice(&text).map_err(|error| named(&error))?;
    let objective = check(&instance, &pairs, &proof)?;
    let bridges = proof.bridges.len();
    let after = if bridges > 0 { format!(", after {bridges} bridges") } else { String::new() };
    say(&format!("ok: objective {objective}, proven optimal{after}"));
    Ok(())
}

fn instance(dir: &Path) -> Result<Instance, Failure> {
    let open = |file: &str| -> std::io::Result<Box<dyn Read>> { Ok(Box::new(File::open(dir.join(file))?)) };
    read_instance(&open).map_err(|error| Failure(format!("{}/{error}", dir.display())))
}

fn pairs(file: &Path, instance: &Instance) -> Result<Vec<Pair>, ReadError> {
    let open = |file: &str| -> std::io::Result<Box<dyn Read>> { Ok(Box::new(File::open(file)?)) };
    read_plan(&open, &file.display().to_string(), instance)
}

fn write(file: &Path, content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Outcome {
    let written = File::create(file).and_then(|output| {
        let mut output = BufWriter::new(output);
        content(&mut output)?;
        output.flush()
    });
    written.map_err(|error| Failure(format!("{}: {error}", file.display())))
}

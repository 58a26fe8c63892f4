//! Questions that are asked only after a certain answer.

use serde::{Deserialize, Serialize};

use super::{Answers, EntryForm, FieldKind, FormField};

/// "Asked only if the answer to another question is this one."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The key of the other question, which stands before.
    pub question: String,
    /// The answer it needs: the value of an option, `yes` or `no`.
    pub answer: String,
}

impl FieldKind {
    /// Whether another question may depend on the answer.
    pub const fn can_decide(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::YesNo | Self::Declaration)
    }
}

impl FormField {
    /// Whether an answer to this question is, or contains, a value.
    pub fn says(&self, answer: &str, value: &str) -> bool {
        self.kind.can_decide() && self.parse(answer).is_ok_and(|answer| answer.lines().any(|line| line == value))
    }
}

impl EntryForm {
    /// Whether a question is asked, given the other answers. A condition on a question that does not
    /// stand before it asks nothing.
    pub fn asks(&self, field: &FormField, answers: &Answers) -> bool {
        let Some(condition) = &field.condition else { return true };
        let place = |key: &str| self.fields.iter().position(|other| other.key == key);
        let (Some(own), Some(other)) = (place(&field.key), place(&condition.question)) else { return true };
        if other >= own {
            return true;
        }
        let other = &self.fields[other];
        let answer = answers.get(&other.key).map_or("", String::as_str);
        self.asks(other, answers) && other.says(answer, &condition.answer)
    }

    /// The first question whose condition names a question that is missing, can't decide, or stands
    /// after it.
    pub fn broken_condition(&self) -> Option<&FormField> {
        self.fields.iter().enumerate().find_map(|(own, field)| {
            let condition = field.condition.as_ref()?;
            let other = self.fields[..own].iter().find(|other| other.key == condition.question);
            let is_sound = other.is_some_and(|other| other.says(&condition.answer, &condition.answer));
            (!is_sound).then_some(field)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{field, form};
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(key, answer)| ((*key).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn a_question_is_asked_only_after_the_answer_it_depends_on() {
        let mut form = form();
        let mut patent = field("number_of_patent", FieldKind::ShortText, true);
        patent.condition = Some(Condition { question: "patent".into(), answer: "yes".into() });
        form.fields = vec![field("patent", FieldKind::YesNo, true), patent];
        let keys = |pairs| form.check(&answers(pairs), |_| false).into_iter().map(|e| e.key).collect::<Vec<_>>();
        assert_eq!(keys(&[]), ["patent"]);
        assert!(keys(&[("patent", "no")]).is_empty());
        assert_eq!(keys(&[("patent", "yes")]), ["number_of_patent"]);
        // What was written before the other answer changed is not submitted.
        let changed = answers(&[("patent", "no"), ("number_of_patent", "MA 42")]);
        assert_eq!(form.normalised(&changed), answers(&[("patent", "no")]));
        assert_eq!(form.broken_condition(), None);
        form.fields.reverse();
        assert_eq!(form.broken_condition().map(|x| x.key.as_str()), Some("number_of_patent"));
    }
}

//! What a new edition holds before anybody edits it: texts, categories, the questionnaire, a round
//! with its three criteria. The words are in `award.json`, in three languages.

use serde::Deserialize;

use super::{AppError, AppResult};
use crate::domain::category::{Category, Prize};
use crate::domain::edition::{EligibilityQuestion, Faq};
use crate::domain::form::{EntryForm, FormField};
use crate::domain::ids::{CategoryId, CriterionId, EditionId, EntryFormId, PrizeId, RoundId};
use crate::domain::language::{Language, Localised};
use crate::domain::round::Criterion;

/// The preset of a trophy for digital startups.
#[derive(Debug, Clone, Deserialize)]
pub struct Preset {
    /// A headline for the public page.
    pub tagline: Localised,
    /// A paragraph under the headline.
    pub lede: Localised,
    /// The rules, in Markdown.
    pub rules: Localised,
    /// What jurors sign.
    pub charter: Localised,
    /// Questions people ask.
    pub faq: Vec<Faq>,
    /// What is asked before an entry is begun.
    pub eligibility: Vec<EligibilityQuestion>,
    /// The name of the round.
    pub round: Localised,
    categories: Vec<PresetCategory>,
    prize: Localised,
    criteria: Vec<PresetCriterion>,
    sections: Vec<Localised>,
    fields: Vec<FormField>,
}

#[derive(Debug, Clone, Deserialize)]
struct PresetCategory {
    code: String,
    name: Localised,
    description: Localised,
}

#[derive(Debug, Clone, Deserialize)]
struct PresetCriterion {
    key: String,
    weight_bp: i32,
    name: Localised,
    description: Localised,
    anchors: Vec<Localised>,
}

/// The preset of a trophy for digital startups.
pub fn award() -> AppResult<Preset> {
    serde_json::from_str(include_str!("award.json")).map_err(|e| AppError::Internal(format!("award.json: {e}")))
}

/// Places in lists begin at one.
fn position(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX - 1) + 1
}

impl Preset {
    /// Its categories, each with its prize.
    pub fn categories(&self, edition: EditionId) -> Vec<(Category, Prize)> {
        self.categories
            .iter()
            .enumerate()
            .map(|(index, preset)| {
                let category = Category {
                    id: CategoryId::new(),
                    edition_id: edition,
                    code: preset.code.clone(),
                    name: preset.name.clone(),
                    description: preset.description.clone(),
                    position: position(index),
                };
                let prize = self.prize_of(&category);
                (category, prize)
            })
            .collect()
    }

    /// The prize of a category, named after it.
    pub fn prize_of(&self, category: &Category) -> Prize {
        let mut name = Localised::default();
        for language in Language::ALL {
            name.set(*language, self.prize.exact(*language).replace("{category}", category.name.get(*language)));
        }
        Prize {
            id: PrizeId::new(),
            edition_id: category.edition_id,
            category_id: Some(category.id),
            name,
            position: category.position,
        }
    }

    /// Its questionnaire.
    pub fn form(&self, edition: EditionId) -> EntryForm {
        EntryForm {
            id: EntryFormId::new(),
            edition_id: edition,
            version: 1,
            sections: self.sections.clone(),
            fields: self.fields.clone(),
        }
    }

    /// Its criteria.
    pub fn criteria(&self, round: RoundId) -> Vec<Criterion> {
        self.criteria
            .iter()
            .enumerate()
            .map(|(index, preset)| Criterion {
                id: CriterionId::new(),
                round_id: round,
                key: preset.key.clone(),
                name: preset.name.clone(),
                description: preset.description.clone(),
                weight_bp: preset.weight_bp,
                anchors: preset.anchors.clone(),
                position: position(index),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::round::WEIGHT_SUM_BP;

    #[test]
    fn the_preset_is_whole_in_three_languages() {
        let preset = award().unwrap();
        let criteria = preset.criteria(RoundId::new());
        assert_eq!(criteria.iter().map(|c| c.weight_bp).sum::<i32>(), WEIGHT_SUM_BP);
        assert_eq!(preset.categories.len(), 5);
        assert_eq!(preset.fields.len(), 12);
        let mut texts: Vec<&Localised> =
            vec![&preset.tagline, &preset.lede, &preset.rules, &preset.charter, &preset.round];
        texts.extend(preset.sections.iter());
        texts.extend(preset.fields.iter().flat_map(|f| [&f.label, &f.help]));
        texts.extend(preset.categories.iter().flat_map(|c| [&c.name, &c.description]));
        for criterion in &criteria {
            assert_eq!(criterion.anchors.len(), 5, "{}", criterion.key);
            texts.extend(criterion.anchors.iter().chain([&criterion.name, &criterion.description]));
        }
        for text in texts {
            assert!(text.missing().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn every_question_is_well_formed() {
        let preset = award().unwrap();
        for field in &preset.fields {
            assert!(crate::domain::form::is_field_key(&field.key), "{}", field.key);
            assert!(field.section < preset.sections.len(), "{}", field.key);
        }
    }
}

//! How domain values lie in the two databases.
//!
//! Three SQL types of our own stand for what the engines spell differently: ids (`uuid` or text),
//! instants (`timestamptz` or fixed-width UTC text whose order is that of time), and JSON (`jsonb`
//! or text). The domain stays free of diesel: the impls for its types are here.

use chrono::{DateTime, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::internal::derives::as_expression::Bound;
use diesel::pg::{Pg, PgValue};
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{HasSqlType, Nullable, SingleValue, Text};
use diesel::sqlite::{Sqlite, SqliteValue};
use uuid::Uuid;

use super::conn::{MultiBackend, MultiRawValue};
use crate::domain;

/// An id: `uuid` on PostgreSQL, hyphenated text on SQLite.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951))]
#[diesel(sqlite_type(name = "Text"))]
pub struct IdSql;

/// An instant: `timestamptz` on PostgreSQL, fixed-width UTC text on SQLite.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, QueryId)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185))]
#[diesel(sqlite_type(name = "Text"))]
pub struct InstantSql;

/// A JSON value: `jsonb` on PostgreSQL, text on SQLite.
#[derive(Debug, Clone, Copy, Default, diesel::sql_types::SqlType, QueryId)]
#[diesel(postgres_type(oid = 3802, array_oid = 3807))]
#[diesel(sqlite_type(name = "Text"))]
pub struct JsonSql;

macro_rules! on_the_enum {
    ($($sql:ty),*) => {$(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                Self::lookup_sql_type::<$sql>(lookup)
            }
        }
    )*};
}
on_the_enum!(IdSql, InstantSql, JsonSql);

/// Lets a Rust type stand in queries as an SQL type of ours.
macro_rules! expression {
    ($rust:ty as $sql:ty) => {
        impl AsExpression<$sql> for $rust {
            type Expression = Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<$sql> for &'a $rust {
            type Expression = Bound<$sql, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl AsExpression<Nullable<$sql>> for $rust {
            type Expression = Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<Nullable<$sql>> for &'a $rust {
            type Expression = Bound<Nullable<$sql>, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<DB> ToSql<Nullable<$sql>, DB> for $rust
        where
            DB: Backend,
            $rust: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                ToSql::<$sql, DB>::to_sql(self, out)
            }
        }
    };
}

/// A column value that both engines and the enum over them can write and read.
macro_rules! on_every_backend {
    ($rust:ty as $sql:ident) => {
        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value(($sql, self));
                Ok(IsNull::No)
            }
        }
        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<$rust, $sql>()
            }
        }
    };
}

/// A row value of one column.
macro_rules! single_column {
    ($rust:ty) => {
        impl<DB, ST> Queryable<ST, DB> for $rust
        where
            DB: Backend,
            ST: SingleValue,
            Self: FromSql<ST, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

// ---- instants -------------------------------------------------------------------------------

/// An instant as a column holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub DateTime<Utc>);

impl ToSql<InstantSql, Pg> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<diesel::sql_types::Timestamptz, Pg>::to_sql(&self.0, &mut out.reborrow())
    }
}
impl FromSql<InstantSql, Pg> for At {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        FromSql::<diesel::sql_types::Timestamptz, Pg>::from_sql(value).map(Self)
    }
}
impl ToSql<InstantSql, Sqlite> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string());
        Ok(IsNull::No)
    }
}
impl FromSql<InstantSql, Sqlite> for At {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
        Ok(Self(DateTime::parse_from_rfc3339(&text)?.to_utc()))
    }
}
expression!(At as InstantSql);
on_every_backend!(At as InstantSql);
single_column!(At);

// ---- ids ------------------------------------------------------------------------------------

macro_rules! ids {
    ($($id:ident),* $(,)?) => {$(
        impl ToSql<IdSql, Pg> for domain::ids::$id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                ToSql::<diesel::sql_types::Uuid, Pg>::to_sql(&self.0, out)
            }
        }
        impl FromSql<IdSql, Pg> for domain::ids::$id {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                <Uuid as FromSql<diesel::sql_types::Uuid, Pg>>::from_sql(value).map(Self)
            }
        }
        impl ToSql<IdSql, Sqlite> for domain::ids::$id {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.to_string());
                Ok(IsNull::No)
            }
        }
        impl FromSql<IdSql, Sqlite> for domain::ids::$id {
            fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
                let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
                Ok(text.parse()?)
            }
        }
        expression!(domain::ids::$id as IdSql);
        on_every_backend!(domain::ids::$id as IdSql);
        single_column!(domain::ids::$id);
    )*};
}
ids!(
    UserId,
    EditionId,
    CategoryId,
    EntryFormId,
    OrganisationId,
    EntryId,
    SnapshotId,
    FileId,
    RevisionId,
    LateCodeId,
    CollaboratorId,
    RoundId,
    CriterionId,
    JurorId,
    ConflictId,
    AssignmentId,
    AssignmentBatchId,
    ScorecardId,
    PrizeId,
    OutcomeId,
    AnnouncementId,
    MotionId,
    PracticeId,
    RulesVersionId,
    PressLinkId,
    EntryNoteId,
    EntryViewId,
    ErasureId,
    DistinctionId,
    BallotId,
    CampaignId,
    MailId,
    AuditEventId,
    TokenId,
    EarlierRulesId,
    TallyId,
);

// ---- words: enums and addresses, as text ------------------------------------------------------

macro_rules! words {
    ($($word:ty),* $(,)?) => {$(
        impl<DB> ToSql<Text, DB> for $word
        where
            DB: Backend,
            str: ToSql<Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                <str as ToSql<Text, DB>>::to_sql(self.as_str(), out)
            }
        }
        impl<DB> FromSql<Text, DB> for $word
        where
            DB: Backend,
            String: FromSql<Text, DB>,
        {
            fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
                Ok(<String as FromSql<Text, DB>>::from_sql(value)?.parse()?)
            }
        }
        expression!($word as Text);
        single_column!($word);
    )*};
}
words!(
    domain::language::Language,
    domain::text::EmailAddress,
    domain::user::OrganiserRole,
    domain::collaborator::CollaboratorRole,
    domain::edition::EditionStatus,
    domain::edition::Feedback,
    domain::entry::EntryStatus,
    domain::entry::Screening,
    domain::file::FileKind,
    domain::juror::JurorStatus,
    domain::conflict::ConflictSource,
    domain::conflict::SuspicionKind,
    domain::round::RoundStatus,
    domain::round::RankingMethod,
    domain::assignment::AssignmentStatus,
    domain::outcome::OutcomeKind,
    domain::outcome::AnnouncementStatus,
    domain::deliberation::Ballot,
    domain::deliberation::MotionStatus,
    domain::deliberation::Choice,
    domain::campaign::CampaignStatus,
    domain::notice::MailKind,
    domain::notice::MailStatus,
    domain::token::TokenKind,
);

// ---- documents, as JSON ---------------------------------------------------------------------

/// A value stored as JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<T>(pub T);

impl<T: serde::Serialize + std::fmt::Debug> ToSql<JsonSql, Pg> for Json<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let value = serde_json::to_value(&self.0)?;
        ToSql::<diesel::sql_types::Jsonb, Pg>::to_sql(&value, &mut out.reborrow())
    }
}
impl<T: serde::de::DeserializeOwned> FromSql<JsonSql, Pg> for Json<T> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let value = <serde_json::Value as FromSql<diesel::sql_types::Jsonb, Pg>>::from_sql(value)?;
        Ok(Self(serde_json::from_value(value)?))
    }
}
impl<T: serde::Serialize + std::fmt::Debug> ToSql<JsonSql, Sqlite> for Json<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}
impl<T: serde::de::DeserializeOwned> FromSql<JsonSql, Sqlite> for Json<T> {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
        Ok(Self(serde_json::from_str(&text)?))
    }
}
impl<T> ToSql<JsonSql, MultiBackend> for Json<T>
where
    T: serde::Serialize + std::fmt::Debug + Send + Sync + 'static,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((JsonSql, self));
        Ok(IsNull::No)
    }
}
impl<T: serde::de::DeserializeOwned> FromSql<JsonSql, MultiBackend> for Json<T> {
    fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
        value.from_sql::<Self, JsonSql>()
    }
}
impl<T> AsExpression<JsonSql> for Json<T> {
    type Expression = Bound<JsonSql, Self>;
    fn as_expression(self) -> Self::Expression {
        Bound::new(self)
    }
}
impl<'a, T> AsExpression<JsonSql> for &'a Json<T> {
    type Expression = Bound<JsonSql, &'a Json<T>>;
    fn as_expression(self) -> Self::Expression {
        Bound::new(self)
    }
}
impl<T> AsExpression<Nullable<JsonSql>> for Json<T> {
    type Expression = Bound<Nullable<JsonSql>, Self>;
    fn as_expression(self) -> Self::Expression {
        Bound::new(self)
    }
}
impl<'a, T> AsExpression<Nullable<JsonSql>> for &'a Json<T> {
    type Expression = Bound<Nullable<JsonSql>, &'a Json<T>>;
    fn as_expression(self) -> Self::Expression {
        Bound::new(self)
    }
}
impl<T, DB> ToSql<Nullable<JsonSql>, DB> for Json<T>
where
    DB: Backend,
    Self: ToSql<JsonSql, DB> + std::fmt::Debug,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        ToSql::<JsonSql, DB>::to_sql(self, out)
    }
}
impl<T, DB, ST> Queryable<ST, DB> for Json<T>
where
    DB: Backend,
    ST: SingleValue,
    Self: FromSql<ST, DB>,
{
    type Row = Self;
    fn build(row: Self) -> deserialize::Result<Self> {
        Ok(row)
    }
}
impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Between a domain field and its column: the same type, or the same value as [`Json`].
pub trait Column<T> {
    /// From the domain.
    fn store(value: T) -> Self;
    /// To the domain.
    fn load(self) -> T;
}
impl<T> Column<T> for T {
    fn store(value: T) -> Self {
        value
    }
    fn load(self) -> T {
        self
    }
}
impl<T> Column<T> for Json<T> {
    fn store(value: T) -> Self {
        Self(value)
    }
    fn load(self) -> T {
        self.0
    }
}
impl Column<DateTime<Utc>> for At {
    fn store(value: DateTime<Utc>) -> Self {
        Self(value)
    }
    fn load(self) -> DateTime<Utc> {
        self.0
    }
}
impl Column<Option<DateTime<Utc>>> for Option<At> {
    fn store(value: Option<DateTime<Utc>>) -> Self {
        value.map(At)
    }
    fn load(self) -> Option<DateTime<Utc>> {
        self.map(|at| at.0)
    }
}
impl<T> Column<Option<T>> for Option<Json<T>> {
    fn store(value: Option<T>) -> Self {
        value.map(Json)
    }
    fn load(self) -> Option<T> {
        self.map(|json| json.0)
    }
}

/// Declares the row of a domain type: the same fields under the same names, each as its column
/// holds it. Rows never leave the store.
#[macro_export]
macro_rules! row {
    ($row:ident of $domain:ident in $table:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        #[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable, diesel::AsChangeset)]
        #[diesel(table_name = $table, treat_none_as_null = true, treat_none_as_default_value = false)]
        pub(super) struct $row { $($field: $ty),* }

        impl From<$row> for $domain {
            fn from(row: $row) -> Self {
                #[allow(unused_imports)]
                use $crate::store::types::Column as _;
                Self { $($field: row.$field.load()),* }
            }
        }
        impl From<$domain> for $row {
            fn from(value: $domain) -> Self {
                Self { $($field: $crate::store::types::Column::store(value.$field)),* }
            }
        }
    };
}

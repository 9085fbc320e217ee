//! What comes of the form: the edits that are offered, the text with those that are wanted, and what they mend.

use super::{ManifestForm, Read};
use crate::document;
use crate::patch::{self, Edit, ManifestObject, Patched, Refusal, Way};
use crate::secret_check::{self, Mend, Outcome};

/// What comes of the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mending {
    /// The edits that help, in the order in which they are made.
    pub offers: Vec<Offer>,
    /// The text with those made that the person wants, or why they are not.
    pub patched: Result<Patched, Refusal>,
    /// Edits that would mend a pull secret and cannot be made safely, why, and what works in the place of each. Where
    /// nothing does, the list of checks says what to do.
    pub refused: Vec<(Edit, Refusal, Vec<Way>)>,
    /// What the wanted edits mend, by the subjects and checks of the report; nothing where none is made.
    pub mended: Vec<Vec<bool>>,
    /// How many things are still wrong after them.
    pub still_wrong: usize,
}

/// An edit that is offered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offer {
    /// The edit.
    pub edit: Edit,
    /// Whether it is made unless the person says otherwise.
    pub is_needed: bool,
    /// Whether it is made.
    pub is_wanted: bool,
    /// The objects that it changes, as `Deployment/web`.
    pub objects: Vec<String>,
}

impl Default for Mending {
    fn default() -> Self {
        let patched = Patched { text: String::new(), edits: Vec::new() };
        Self { offers: Vec::new(), patched: Ok(patched), refused: Vec::new(), mended: Vec::new(), still_wrong: 0 }
    }
}

impl Mending {
    /// Works it out.
    pub(super) fn of(form: &ManifestForm) -> Self {
        let mut offers = Offers { form, now: form.text.to_string(), made: Vec::new(), refused: Vec::new() };
        for Mend { edit, is_needed } in secret_check::mends(&form.read.report) {
            offers.mend(edit, is_needed);
        }
        let suggested = patch::suggest(&document::read(&offers.now), &form.wants());
        for edit in suggested {
            offers.suggest(edit);
        }
        let Offers { made: offers, refused, now, .. } = offers;
        let refused = refused.into_iter().map(|(edit, refusal)| {
            // A server is looked for by its line, everything else by names, which may be new ones.
            let ways = match edit {
                Edit::SetSecretServer { .. } => refusal.ways(&edit, &form.read.manifest),
                _ => refusal.ways(&edit, &patch::manifest(&document::read(&now))),
            };
            (edit, refusal, ways)
        });
        let refused = refused.filter(|(_, _, ways)| !ways.is_empty()).collect();
        let patched = patch::patch(&form.text, &wanted(&offers));
        let edited = patched.as_ref().ok().filter(|patched| !patched.edits.is_empty());
        let after = edited.map(|patched| Read::of(&patched.text, form.now).report);
        let mended = after.as_ref().map(|after| secret_check::mended(&form.read.report, after)).unwrap_or_default();
        let checks = after.iter().flat_map(|after| &after.subjects).flat_map(|subject| &subject.checks);
        let still_wrong = checks.filter(|check| matches!(check.outcome, Outcome::Failed(_))).count();
        Self { offers, patched, refused, mended, still_wrong }
    }

    /// The offered edits that the person wants.
    pub(crate) fn wanted(&self) -> Vec<Edit> {
        wanted(&self.offers)
    }
}

fn wanted(offers: &[Offer]) -> Vec<Edit> {
    offers.iter().filter(|offer| offer.is_wanted).map(|offer| offer.edit.clone()).collect()
}

/// The offers as they are found.
struct Offers<'form> {
    form: &'form ManifestForm,
    /// The text with all that is needed made.
    now: String,
    made: Vec<Offer>,
    refused: Vec<(Edit, Refusal)>,
}

impl Offers<'_> {
    /// Offers an edit that mends a pull secret, if it can be made and changes something.
    fn mend(&mut self, edit: Edit, is_needed: bool) {
        match patch::patch(&self.now, std::slice::from_ref(&edit)) {
            Ok(patched) if patched.edits.is_empty() => {}
            Ok(patched) => self.offer(edit, is_needed, patched),
            Err(_) => {
                // Its line is that of the person's own text.
                let before = self.made.iter().filter(|offer| offer.is_needed).map(|offer| offer.edit.clone());
                let edits: Vec<Edit> = before.chain([edit.clone()]).collect();
                if let Err(refusal) = patch::patch(&self.form.text, &edits) {
                    self.refused.push((edit, refusal));
                }
            }
        }
    }

    /// Offers an edit that gives the pods what is wanted, and beside a pull secret for pods the one for their account.
    fn suggest(&mut self, edit: Edit) {
        let patched = patch::patch(&self.now, std::slice::from_ref(&edit));
        let patched = patched.unwrap_or_else(|_| Patched { text: self.now.clone(), edits: Vec::new() });
        let accounts = match &edit {
            Edit::AddPullSecret { name, .. } => self.accounts(name, &objects_of(&patched)),
            _ => Vec::new(),
        };
        self.offer(edit, true, patched);
        for account in accounts {
            self.mend(account, false);
        }
    }

    fn offer(&mut self, edit: Edit, is_needed: bool, patched: Patched) {
        let is_wanted = is_needed != self.form.switched.contains(&edit);
        let objects = objects_of(&patched);
        if is_needed {
            self.now = patched.text;
        }
        if !self.made.iter().any(|offer| offer.edit == edit) {
            self.made.push(Offer { edit, is_needed, is_wanted, objects });
        }
    }

    /// The ServiceAccounts of the text that could name the pull secret in the place of these objects' pods.
    fn accounts(&self, name: &str, pods: &[String]) -> Vec<Edit> {
        let objects = &self.form.read.manifest.objects;
        let accounts = || objects.iter().filter(|object| object.kind == "ServiceAccount");
        let uses = |account: &ManifestObject| {
            let is_its = |object: &ManifestObject| {
                let same_place = account.namespace == object.namespace || account.namespace.is_empty();
                object.service_account == account.name && same_place && pods.contains(&title(object))
            };
            objects.iter().any(is_its)
        };
        // An edit tells accounts by their name alone.
        let is_only = |account: &ManifestObject| accounts().filter(|other| other.name == account.name).count() == 1;
        let fitting = accounts().filter(|account| uses(account) && is_only(account));
        let edit = |account: &ManifestObject| Edit::AddPullSecretToServiceAccount {
            name: name.to_owned(),
            account: Some(account.name.clone()),
        };
        fitting.map(edit).collect()
    }
}

/// An object, as the paths of its edits begin.
fn title(object: &ManifestObject) -> String {
    format!("{}/{}", object.kind, object.name)
}

/// The objects that were changed, each once.
fn objects_of(patched: &Patched) -> Vec<String> {
    let mut objects: Vec<String> = Vec::new();
    for edit in &patched.edits {
        let object = edit.path.split_once(": ").map_or(edit.path.as_str(), |(object, _)| object);
        if !objects.iter().any(|known| known == object) {
            objects.push(object.to_owned());
        }
    }
    objects
}

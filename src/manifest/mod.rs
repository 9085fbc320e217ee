//! The YAML and the commands that mend a pull: a pull secret, a workload that names it, a corrected image.

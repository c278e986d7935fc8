/**
 * The settings that say which version of itself a service runs, in the modules of this
 * portal: a container image, a zip of a function, an image of machines. The content
 * of a static site is published by its repository, and no setting.
 */
export const VERSION_SETTINGS = ['image', 'zip', 'ami_id'] as const;
